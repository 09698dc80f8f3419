/** One byte: a square cell, the only thing in the view that is memory and not a reading of it. */
import type { CSSProperties } from 'react';
import { formatByte, type ByteBase } from '../../core/bytes/format';
import type { MemoryText } from '../../i18n/memory';
import type { ByteCell } from './types';

interface ByteCellProps {
  readonly byte: ByteCell;
  readonly column: number;
  readonly base: ByteBase;
  readonly text: MemoryText;
  readonly tabStop: boolean;
  /** It may come and go as a recording is stepped through: even without a byte it has all that a cell has. */
  readonly live: boolean;
}

export function ByteCellView({ byte, column, base, text, tabStop, live }: ByteCellProps) {
  const { offset, value, state } = byte;
  const isRoom = state === 'room';
  if (isRoom && !live) {
    return (
      <span className="byte room" aria-hidden="true" style={{ '--b': column } as CSSProperties} />
    );
  }
  const shown = isRoom ? '' : formatByte(value, base);
  const label = text.byteCell(offset, base, shown, value);
  return (
    <span
      className={`byte${state === 'written' ? '' : ` ${state}`}${byte.changed ? ' chg' : ''}`}
      role="gridcell"
      tabIndex={tabStop ? 0 : -1}
      aria-label={live && byte.changed ? text.changed(label) : label}
      data-b={offset}
      data-w={1}
      data-name={`byte ${offset}`}
      style={{ '--b': column } as CSSProperties}
    >
      {base === 'bin' ? <Bits text={shown} /> : shown}
    </span>
  );
}

/** Eight bits as two nibbles, one above the other, so that they fit the byte's width. */
function Bits({ text }: { readonly text: string }) {
  return (
    <span className="nibbles">
      <span>{text.slice(0, 4)}</span> <span>{text.slice(4)}</span>
    </span>
  );
}

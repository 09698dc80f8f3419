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
}

export function ByteCellView({ byte, column, base, text, tabStop }: ByteCellProps) {
  const { offset, value, state } = byte;
  if (state === 'room') {
    return (
      <span className="byte room" aria-hidden="true" style={{ '--b': column } as CSSProperties} />
    );
  }
  return (
    <span
      className={`byte${state === 'zero' ? ' zero' : ''}${byte.changed ? ' chg' : ''}`}
      role="gridcell"
      tabIndex={tabStop ? 0 : -1}
      aria-label={text.byteCell(offset, base, formatByte(value, base), value)}
      data-b={offset}
      data-w={1}
      data-name={text.byteName(offset)}
      style={{ '--b': column } as CSSProperties}
    >
      {base === 'bin' ? <Bits text={byte.text} /> : byte.text}
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

/** The value itself: its bytes from the one worth most to the one worth least, with bits and worth. */
import { useRef, useState } from 'react';
import type { EndiannessText } from '../../i18n/endianness';
import { addToByte } from '../bits/model';
import { formatAddress, type WiredByte, type Wiring } from './model';
import { handleRowKey } from './row-keys';

interface ValueRowProps {
  readonly wiring: Wiring;
  readonly text: EndiannessText;
  readonly pinned: number | null;
  readonly onPin: (index: number | null) => void;
  readonly onPoke: (byte: WiredByte, value: number) => void;
}

export function ValueRow({ wiring, text, pinned, onPin, onPoke }: ValueRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { bytes, byteSize } = wiring;
  const tabStop = Math.min(current, byteSize - 1);

  return (
    <div className="en-val" role="group" aria-label={text.valueRow(wiring.hex)} ref={row}>
      {bytes.map((byte) => (
        <button
          key={byte.index}
          type="button"
          data-sig={byte.index}
          aria-pressed={pinned === byte.index}
          tabIndex={byte.index === tabStop ? 0 : -1}
          onFocus={() => {
            setCurrent(byte.index);
          }}
          onClick={() => {
            onPin(pinned === byte.index ? null : byte.index);
          }}
          onKeyDown={(event) => {
            handleRowKey(event, {
              count: byteSize,
              current: byte.index,
              onMove: (to) => row.current?.querySelectorAll('button')[to]?.focus(),
              onAdd: (by) => {
                onPoke(byte, addToByte(byte.value, by));
              },
            });
          }}
        >
          {/* The drawing says by place what a listener needs words for. */}
          <span className="vh">
            {text.valueByte(
              byte.hex,
              worthOf(byte, text, 'spoken'),
              formatAddress(byte.bigOffset),
              formatAddress(byteSize + byte.littleOffset),
            )}
          </span>
          <span className="nibbles" aria-hidden="true">
            {byte.nibbles.map(({ digit, bits }, at) => (
              <span key={at}>
                <b>{digit}</b>
                <i>{bits}</i>
              </span>
            ))}
          </span>
          <span className="worth" aria-hidden="true">
            {worthOf(byte, text, byteSize > 4 ? 'small' : 'cell')}
          </span>
        </button>
      ))}
    </div>
  );
}

function worthOf(
  { weight, power, parts }: WiredByte,
  text: EndiannessText,
  room: 'spoken' | 'cell' | 'small',
): string {
  return weight === null ? text.parts(parts, room) : text.weight(weight, power, room);
}

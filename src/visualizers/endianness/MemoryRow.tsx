/** Memory in one byte order: addresses from left to right, and the byte that stands at each. */
import { useRef, useState } from 'react';
import { addToByte } from '../bits/model';
import type { EndiannessText } from '../../i18n/endianness';
import { ByteInput } from './ByteInput';
import { formatAddress, type WiredByte, type Wiring } from './model';
import { handleRowKey } from './row-keys';

interface MemoryRowProps {
  readonly wiring: Wiring;
  readonly order: 'big' | 'little';
  /** Address of the first byte. */
  readonly address: number;
  readonly text: EndiannessText;
  readonly onPoke: (
    byte: WiredByte,
    value: number,
    order: 'big' | 'little',
    address: number,
  ) => void;
}

export function MemoryRow({ wiring, order, address, text, onPoke }: MemoryRowProps) {
  const row = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(0);
  const { byteSize } = wiring;
  const byAddress = order === 'big' ? wiring.bytes : wiring.bytes.toReversed();
  const tabStop = Math.min(current, byteSize - 1);

  return (
    <ol className={`en-mem ${order}`} aria-label={text.row(order)} ref={row}>
      {byAddress.map((byte, offset) => {
        const at = address + offset;
        return (
          <li key={offset} data-sig={byte.index}>
            <span className="addr" aria-hidden="true">
              {formatAddress(at)}
            </span>
            <span className="b">
              <ByteInput
                hex={byte.hex}
                label={text.memoryByte(order, formatAddress(at), byte.index, byteSize)}
                tabIndex={offset === tabStop ? 0 : -1}
                onPoke={(value) => {
                  onPoke(byte, value, order, at);
                }}
                onFocus={() => {
                  setCurrent(offset);
                }}
                onKeyDown={(event) => {
                  handleRowKey(event, {
                    count: byteSize,
                    current: offset,
                    onMove: (to) => row.current?.querySelectorAll('input')[to]?.focus(),
                    onAdd: (by) => {
                      onPoke(byte, addToByte(byte.value, by), order, at);
                    },
                  });
                }}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

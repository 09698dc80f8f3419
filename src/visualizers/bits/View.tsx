/** The bit panel: one byte as eight switches under their weights, the line they draw, and what they add up to. */
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { bitsText } from '../../i18n/bits';
import { textFor, type Locale } from '../../i18n/locale';
import { addToByte, BIT_WIDTH, bitModel, flipBit, WAVE_HEIGHT, wavePath } from './model';
import './bits.css';

export interface BitPanelProps {
  readonly byteOffset: number;
  /** 0 to 255. */
  readonly value: number;
  readonly locale: Locale;
  /** A bit was flipped, or one added or subtracted. Without it the bits are there to be read. */
  readonly onPoke?: (byteOffset: number, value: number) => void;
  readonly onClose?: () => void;
}

export function BitPanel({ byteOffset, value, locale, onPoke, onClose }: BitPanelProps) {
  const text = textFor(bitsText, locale);
  const model = useMemo(() => bitModel(value), [value]);
  const { bits, hex } = model;
  const row = useRef<HTMLDivElement>(null);
  /** The bit that Tab reaches. */
  const [current, setCurrent] = useState(7);
  const [said, setSaid] = useState('');
  const sentence = model.flipped === null ? null : text.negative(model.magnitude);

  const poke = (next: number, bit: number) => {
    if (!onPoke) return;
    onPoke(byteOffset, next);
    const after = bitModel(next);
    setSaid(text.flipped(bit, ((next >> bit) & 1) === 1, after.hex, next));
  };
  const focusBit = (bit: number) => {
    setCurrent(bit);
    row.current?.querySelector<HTMLElement>(`[data-bit="${bit}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = ((): number | null => {
      switch (event.key) {
        case 'ArrowLeft':
          return Math.min(7, current + 1);
        case 'ArrowRight':
          return Math.max(0, current - 1);
        case 'Home':
          return 7;
        case 'End':
          return 0;
        default:
          return null;
      }
    })();
    if (to !== null) focusBit(to);
    else if (event.key === 'ArrowUp') poke(addToByte(value, 1), current);
    else if (event.key === 'ArrowDown') poke(addToByte(value, -1), current);
    else return;
    event.preventDefault();
  };

  return (
    <section className="bitp" aria-label={text.label(byteOffset)}>
      <div className="bitp-grid">
        <div className="bitp-id">
          <h3>
            {text.byte} {byteOffset}
          </h3>
          <span className="big">{hex}</span>
          <span>0x{hex}</span>
          {onClose && (
            <button type="button" className="bitp-close" aria-label={text.close} onClick={onClose}>
              <svg className="ico" viewBox="0 0 16 16" aria-hidden="true">
                <path d="m4 4 8 8M12 4l-8 8" />
              </svg>
            </button>
          )}
        </div>
        <div className="bitrow" role="group" aria-label={text.row} ref={row} onKeyDown={onKeyDown}>
          {bits.map(({ bit, weight, on }) => (
            <span key={bit} className={`wt${on ? ' on' : ''}`} aria-hidden="true">
              {weight}
            </span>
          ))}
          <svg
            viewBox={`0 0 ${8 * BIT_WIDTH} ${WAVE_HEIGHT}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path d={wavePath(bits)} vectorEffect="non-scaling-stroke" />
          </svg>
          {bits.map(({ bit, weight, on }) => (
            <button
              key={bit}
              type="button"
              role="switch"
              data-bit={bit}
              aria-checked={on}
              aria-label={text.bit(bit, weight)}
              aria-disabled={onPoke ? undefined : true}
              tabIndex={bit === current ? 0 : -1}
              onFocus={() => {
                setCurrent(bit);
              }}
              onClick={() => {
                poke(flipBit(value, bit), bit);
              }}
            >
              {on ? 1 : 0}
            </button>
          ))}
          <span className="nib" aria-hidden="true">
            {hex.charAt(0)}
          </span>
          <span className="nib" aria-hidden="true">
            {hex.charAt(1)}
          </span>
        </div>
        <dl className="sums">
          <dt>{text.unsigned}</dt>
          <dd className="u">
            <b>{model.value}</b> = {model.unsignedSum}
          </dd>
          <dt>{text.signed}</dt>
          <dd className="i">
            <b>{model.signed}</b> = {model.signedSum}
          </dd>
        </dl>
        <p className="two">
          {sentence === null ? (
            text.agree
          ) : (
            <>
              {sentence[0]}
              <code>{model.flipped}</code>
              {sentence[1]}
            </>
          )}
        </p>
      </div>
      <span className="vh" role="status">
        {said}
      </span>
    </section>
  );
}

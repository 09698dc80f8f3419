/** Beside the drawing: what each order means and the call that stores so, and what a reader finds in either order. */
import { formatFull } from '../../core/bytes/format';
import type { EndiannessText } from '../../i18n/endianness';
import type { Wiring } from './model';

interface SideProps {
  readonly wiring: Wiring;
  readonly order: 'big' | 'little';
  readonly text: EndiannessText;
}

export function Side({ wiring, order, text }: SideProps) {
  const { title, about } = text.orders[order];
  const little = order === 'little';
  return (
    <div className={`en-side ${order}`}>
      <h3>{title}</h3>
      <p>{about}</p>
      <code className="en-call">
        <span className="d">dv</span>.set{wiring.suffix}({little ? wiring.byteSize : 0}, v
        {little && ', '}
        {little && <b>true</b>})
      </code>
    </div>
  );
}

/** These bytes in the order they were written in, and in the other. */
export function Readings({ wiring, order, text }: SideProps) {
  const other = order === 'big' ? 'little' : 'big';
  const write = numberWriter(wiring, text);
  return (
    <dl className={`en-read ${order}`}>
      <div>
        <dt>{text.readings[order]}</dt>
        <dd>{write(wiring.value)}</dd>
      </div>
      <div>
        <dt>{text.readings[other]}</dt>
        <dd>
          <span className={wiring.isPalindrome ? undefined : 'wrong'}>{write(wiring.swapped)}</span>
        </dd>
      </div>
    </dl>
  );
}

export function ValueReading({ wiring, text }: Omit<SideProps, 'order'>) {
  return (
    <dl className="en-read value">
      <div>
        <dt>{text.hex}</dt>
        <dd>{wiring.hex}</dd>
      </div>
      <div>
        <dt>{text.decimal}</dt>
        <dd>{numberWriter(wiring, text)(wiring.value)}</dd>
      </div>
    </dl>
  );
}

/** Integers have their digits grouped, floats all their digits. */
export function numberWriter(
  { family }: Pick<Wiring, 'family'>,
  text: EndiannessText,
): (value: number | bigint) => string {
  return family === 'f' ? formatFull : text.integer;
}

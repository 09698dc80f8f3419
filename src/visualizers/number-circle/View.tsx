/** The number circle: a walker that is dragged, stepped or moved by keys, and the sums of its walk. */
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { formatByte, formatFull } from '../../core/bytes/format';
import { textFor, type Locale } from '../../i18n/locale';
import { numberCircleText, type NumberCircleText } from '../../i18n/number-circle';
import { capturePointer } from '../capture-pointer';
import { useIntent } from '../use-intent';
import { Dial, TRACK } from './Dial';
import {
  EDGE,
  endOf,
  patternAt,
  pointAt,
  readWalk,
  sizeOf,
  sumText,
  turnOf,
  turnText,
  walkOn,
  walkTo,
  type CircleBits,
  type Reading,
  type Walk,
} from './model';
import './number-circle.css';

export interface NumberCircleProps {
  readonly bits: CircleBits;
  /** The pattern that the walk starts at. */
  readonly from: number;
  readonly by: number;
  readonly locale: Locale;
  /** Off where a lesson has not come to negative numbers yet. */
  readonly signed?: boolean;
}

export function NumberCircle({ bits, from, by, locale, signed = true }: NumberCircleProps) {
  const text = textFor(numberCircleText, locale);
  const initial = useMemo<Walk>(() => ({ bits, from, by }), [bits, from, by]);
  const [walk, setWalk] = useState(initial);
  const [said, setSaid] = useState('');
  const [alive, setAlive] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const readings: readonly Reading[] = signed ? ['unsigned', 'signed'] : ['unsigned'];
  const size = sizeOf(bits);
  const big = bits === 8 ? 16 : 4;

  const act = (action: string) => {
    const next =
      action === 'reset'
        ? initial
        : action === 'start'
          ? { bits, from: endOf(walk), by: 0 }
          : walkOn(walk, Number(action));
    setWalk(next);
    setSaid(
      readings
        .map((reading) => `${text.readings[reading]}: ${walkParts(next, reading, text).join(', ')}`)
        .join('. '),
    );
  };

  useEffect(() => {
    setAlive(true);
  }, []);
  useIntent(root, act);

  const goToPointer = ({ clientX, clientY }: MouseEvent) => {
    const box = plot.current?.getBoundingClientRect();
    if (!box) return;
    const x = clientX - box.left - box.width / 2;
    const y = clientY - box.top - box.height / 2;
    // The middle has no direction.
    if (Math.hypot(x, y) < box.width / 8) return;
    setWalk((here) => walkTo(here, patternAt({ x, y }, bits)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps = STEPS_BY_KEY[event.key]?.(big, size);
    if (steps === undefined) return;
    event.preventDefault();
    setWalk((here) => walkOn(here, steps));
  };
  const onDrag = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPointer(event);
  };

  const end = endOf(walk);
  const dot = pointAt(turnOf(end, bits), TRACK);
  const percent = (at: number) => `${(50 + (at / EDGE) * 50).toFixed(2)}%`;
  const button = (action: string, short: string, label?: string) => (
    <button
      type="button"
      className="btn"
      data-action={action}
      aria-label={label}
      onClick={() => {
        act(action);
      }}
    >
      {short}
    </button>
  );

  return (
    <div
      ref={root}
      className="ncircle"
      role="group"
      aria-label={text.label(bits)}
      data-hydrated={alive || undefined}
    >
      <div className="ncircle-plot" ref={plot} onClick={goToPointer}>
        <Dial walk={walk} signed={signed} text={text} />
        <p className="ncircle-bits">
          {bits === 8 && <b>{formatByte(end, 'hex')}</b>}
          <span>{bitsText(end, bits)}</span>
        </p>
        <span
          className="walker"
          role="slider"
          tabIndex={0}
          aria-label={text.walker}
          aria-valuemin={-size}
          aria-valuemax={size}
          aria-valuenow={walk.by}
          aria-valuetext={[
            formatFull(walk.by),
            ...readings.map((reading) =>
              text.reading(text.readings[reading], formatFull(readWalk(walk, reading).end)),
            ),
          ].join(', ')}
          style={{ insetInlineStart: percent(dot.x), insetBlockStart: percent(dot.y) }}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            capturePointer(event);
          }}
          onPointerMove={onDrag}
        />
      </div>
      <div className="ncircle-side">
        <dl>
          {readings.map((reading) => (
            <div key={reading}>
              <dt>
                <span className={`tag ${reading === 'signed' ? 'i' : 'u'}`}>
                  {reading === 'signed' ? 'i' : 'u'}
                  {bits}
                </span>{' '}
                {text.readings[reading]}
                {signed && `, ${text.places[reading]}`}
              </dt>
              <dd className={reading === 'signed' ? 'i' : 'u'}>
                <b>{formatFull(readWalk(walk, reading).end)}</b>
                {walkParts(walk, reading, text).map((part) => (
                  <span key={part}>{part}</span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="ncircle-keys" role="group" aria-label={text.controls}>
          {[-big, -1, 1, big].map((steps) => (
            <span key={steps}>
              {button(String(steps), text.walkShort(steps), text.walk(steps))}
            </span>
          ))}
          <span className="wide">{button('start', text.startHere)}</span>
          <span className="wide">{button('reset', text.reset)}</span>
        </div>
      </div>
      <span className="vh" role="status">
        {said}
      </span>
    </div>
  );
}

const STEPS_BY_KEY: Readonly<Record<string, (big: number, size: number) => number>> = {
  ArrowRight: () => 1,
  ArrowUp: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: () => -1,
  PageUp: (big) => big,
  PageDown: (big) => -big,
  // Once round and back at the start: `walkOn` stops there.
  End: (_, size) => 2 * size,
  Home: (_, size) => -2 * size,
};

/** `0000 0100` */
const bitsText = (pattern: number, bits: CircleBits): string =>
  pattern
    .toString(2)
    .padStart(bits, '0')
    .replace(/(.{4})(?=.)/, '$1 ');

/** The sum, and where a seam was passed what it took to come back onto the circle. */
function walkParts(walk: Walk, reading: Reading, text: NumberCircleText): readonly string[] {
  const read = readWalk(walk, reading);
  return read.passesSeam ? [sumText(read), text.pastSeam(turnText(read))] : [sumText(read)];
}

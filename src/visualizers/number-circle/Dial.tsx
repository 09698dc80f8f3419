/** The drawing of the number circle: ticks, labels, seams and the way walked. The walker itself is laid over it. */
import { formatFull } from '../../core/bytes/format';
import type { NumberCircleText } from '../../i18n/number-circle';
import {
  circleLabels,
  EDGE,
  pointAt,
  readPattern,
  sizeOf,
  turnOf,
  walkPath,
  type Walk,
} from './model';

/** Radii, from the inside out. */
const SIGNED_LABELS = 84;
const TICKS = 110;
/** Where the walker walks. */
export const TRACK = 124;
const UNSIGNED_LABELS = 149;

export interface DialProps {
  readonly walk: Walk;
  readonly signed: boolean;
  readonly text: NumberCircleText;
}

export function Dial({ walk, signed, text }: DialProps) {
  const { bits } = walk;
  const size = sizeOf(bits);
  const start = pointAt(turnOf(walk.from, bits), TRACK);
  const labels = (radius: number, reading: 'unsigned' | 'signed') => (
    <g className={reading === 'signed' ? 'i' : 'u'}>
      {circleLabels(bits, radius).map(({ pattern, anchor, x, y }) => (
        <text key={pattern} x={x} y={y} textAnchor={anchor} dominantBaseline="central">
          {formatFull(readPattern(pattern, bits, reading))}
        </text>
      ))}
    </g>
  );
  return (
    <svg
      viewBox={`${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}`}
      role="img"
      aria-label={text.picture(bits, size, signed)}
    >
      <Ticks count={size} size={size} long={bits === 4} />
      {bits === 8 && <Ticks count={16} size={size} long />}
      <circle className="track" r={TRACK} />
      <g className="seam u">
        <path d={`M0 ${-TICKS + 12}V${-EDGE + 16}`} />
        <text y={-EDGE + 11} textAnchor="middle">
          {text.seam}
        </text>
      </g>
      {signed && (
        <g className="seam i">
          <path d={`M0 ${TRACK + 6}V${SIGNED_LABELS - 14}`} />
          <text y={SIGNED_LABELS - 20} textAnchor="middle">
            {text.seam}
          </text>
        </g>
      )}
      {labels(UNSIGNED_LABELS, 'unsigned')}
      {signed && labels(SIGNED_LABELS, 'signed')}
      <path className="way" d={walkPath(walk, TRACK)} />
      <circle className="start" cx={start.x} cy={start.y} r={5} />
    </svg>
  );
}

/** Ticks at every `size / count`-th pattern: one dashed circle, however many they are. */
function Ticks({ count, size, long }: { count: number; size: number; long: boolean }) {
  const dash = long ? 0.5 * (count / size) : 0.36;
  return (
    <circle
      className={long ? 'ticks long' : 'ticks'}
      r={TICKS}
      transform="rotate(-90)"
      pathLength={count}
      strokeDasharray={`${dash} ${1 - dash}`}
      // The middle of a dash on the middle of its pattern.
      strokeDashoffset={dash / 2 - 0.5 * (count / size)}
    />
  );
}

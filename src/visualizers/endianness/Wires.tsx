/** The wires of one byte order, each with a halo that lets thicker wires pass in front. */
import {
  crossingWire,
  haloOf,
  straightWire,
  thicknessOf,
  WIRES_HEIGHT,
  WIRES_WIDTH,
} from './wire-paths';

interface WiresProps {
  readonly order: 'big' | 'little';
  readonly count: number;
}

export function Wires({ order, count }: WiresProps) {
  const pathOf = order === 'big' ? straightWire : crossingWire;
  // The thickest is drawn last, in front of all others.
  const indices = Array.from({ length: count }, (_, index) => count - 1 - index);
  return (
    <svg
      className={`en-wires ${order}`}
      viewBox={`0 0 ${WIRES_WIDTH} ${WIRES_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {indices.flatMap((index) => {
        const d = pathOf(index, count);
        const width = thicknessOf(index, count);
        return [
          <path key={`h${index}`} className="halo" d={d} strokeWidth={width + haloOf(count)} />,
          <path key={index} className="wire" data-sig={index} d={d} strokeWidth={width} />,
        ];
      })}
    </svg>
  );
}

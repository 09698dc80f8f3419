/** The wires from a value's bytes to memory, as SVG paths. Pure; units are those of the drawing's own view box. */

/** Width of the view box, shared by two, four or eight bytes. */
export const WIRES_WIDTH = 512;
/** Height of the view box; the drawing is stretched to the room there is. */
export const WIRES_HEIGHT = 128;

/** How far from its byte's centre a crossing wire leaves and lands, so that no two share a column. */
const ASIDE = 20 / 128;
/** The levels nearest to the value and to memory; eight wires need all the room there is. */
const LEVELS: Readonly<Record<number, readonly [first: number, last: number]>> = { 8: [18, 108] };
const FEW_LEVELS = [26, 98] as const;

const THICKNESS: Readonly<Record<number, readonly number[]>> = {
  2: [6, 1.4],
  4: [6, 4, 2.5, 1.4],
  8: [5, 4.3, 3.7, 3.2, 2.7, 2.2, 1.8, 1.4],
};

/** A byte that is worth more has a thicker wire: pixels, for the byte `index` places from the one worth most. */
export function thicknessOf(index: number, count: number): number {
  return THICKNESS[count]?.[index] ?? 2;
}

/** Pixels of background round a wire, so that the thinner ones seem to pass behind it. */
export const haloOf = (count: number): number => (count > 4 ? 4 : 7);

/** Big-endian: up from the byte to the same column of memory. */
export function straightWire(index: number, count: number): string {
  const x = WIRES_WIDTH * ((index + 0.5) / count);
  return `M${x} ${WIRES_HEIGHT}V0`;
}

/** Little-endian: down, across on a level of its own, and down to the mirrored column. */
export function crossingWire(index: number, count: number): string {
  const cell = WIRES_WIDTH / count;
  const from = round((index + 0.5 - ASIDE) * cell);
  const to = round((count - index - 0.5 + ASIDE) * cell);
  const [first, last] = LEVELS[count] ?? FEW_LEVELS;
  const level = round(first + (index * (last - first)) / Math.max(1, count - 1));
  const corner = Math.min(9, cell / 8);
  const turn = Math.sign(to - from) * corner;
  return `M${from} 0V${level - corner}l${turn} ${corner}H${to - turn}l${turn} ${corner}V${WIRES_HEIGHT}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

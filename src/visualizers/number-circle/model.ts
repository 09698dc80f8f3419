/**
 * The values of a few bits as a circle: where each stands, where a walk along it ends, and which seam it passes. Pure.
 * A pattern is what the bits hold, 0 to size − 1; a reading is the number that it stands for.
 */
import { formatFull } from '../../core/bytes/format';

/** Four bits, so that every number can be drawn, or the eight of a byte. */
export type CircleBits = 4 | 8;
export type Reading = 'unsigned' | 'signed';

export interface Walk {
  readonly bits: CircleBits;
  /** The pattern it starts at. */
  readonly from: number;
  /** Steps, clockwise where positive; at most once round, so that no seam is passed twice. */
  readonly by: number;
}

export const sizeOf = (bits: CircleBits): number => 2 ** bits;

/** Into 0 to size − 1, as ToUint8 does with 256. */
export const wrap = (value: number, size: number): number => ((value % size) + size) % size;

export const endOf = ({ bits, from, by }: Walk): number => wrap(from + by, sizeOf(bits));

/** What a pattern stands for: in a signed reading the upper half counts a whole turn less. */
export function readPattern(pattern: number, bits: CircleBits, reading: Reading): number {
  const size = sizeOf(bits);
  return reading === 'signed' && pattern >= size / 2 ? pattern - size : pattern;
}

export interface WalkReading {
  readonly from: number;
  /** Start and steps added up, as if there were no seam. */
  readonly sum: number;
  /** The number where the walk ends: `sum`, or a whole turn more or less. */
  readonly end: number;
  readonly passesSeam: boolean;
}

export function readWalk(walk: Walk, reading: Reading): WalkReading {
  const from = readPattern(walk.from, walk.bits, reading);
  const sum = from + walk.by;
  const end = readPattern(endOf(walk), walk.bits, reading);
  return { from, sum, end, passesSeam: sum !== end };
}

/** `200 + 60 = 260`, `0 − 1 = −1`; the start alone where there are no steps. */
export const sumText = ({ from, sum }: WalkReading): string =>
  sum === from ? formatFull(from) : `${signedSum(from, sum - from)} = ${formatFull(sum)}`;

/** `260 − 256 = 4`: how the number is brought back onto the circle. */
export const turnText = ({ sum, end }: WalkReading): string =>
  `${signedSum(sum, end - sum)} = ${formatFull(end)}`;

const signedSum = (from: number, by: number): string =>
  `${formatFull(from)} ${by < 0 ? '−' : '+'} ${Math.abs(by)}`;

/** The walk with more steps, or with fewer, never more than once round. */
export function walkOn(walk: Walk, steps: number): Walk {
  const size = sizeOf(walk.bits);
  return { ...walk, by: Math.min(size, Math.max(-size, walk.by + steps)) };
}

/** The walk that goes on to a pattern the shorter way. */
export function walkTo(walk: Walk, pattern: number): Walk {
  const size = sizeOf(walk.bits);
  const ahead = wrap(pattern - endOf(walk), size);
  return walkOn(walk, ahead > size / 2 ? ahead - size : ahead);
}

/* ---- geometry: the middle is 0, 0; y grows downwards; a turn is 1 and begins at the top ---- */

/** Units of the drawing, from its middle to its edge. */
export const EDGE = 172;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A pattern stands half a step from its borders, so that the seams are exactly at the top and at the bottom. */
export const turnOf = (pattern: number, bits: CircleBits): number => (pattern + 0.5) / sizeOf(bits);

export function pointAt(turn: number, radius: number): Point {
  const angle = turn * 2 * Math.PI;
  const round = (length: number) => Math.round(length * 10) / 10 + 0;
  return { x: round(Math.sin(angle) * radius), y: round(-Math.cos(angle) * radius) };
}

/** The pattern whose sector a point lies in. */
export function patternAt({ x, y }: Point, bits: CircleBits): number {
  const size = sizeOf(bits);
  const turn = wrap(Math.atan2(x, -y) / (2 * Math.PI), 1);
  return Math.min(size - 1, Math.floor(turn * size));
}

/** The way walked, in two arcs of at most half a turn each: one arc of a whole turn would draw nothing. */
export function walkPath(walk: Walk, radius: number): string {
  if (walk.by === 0) return '';
  const start = turnOf(walk.from, walk.bits);
  const turns = walk.by / sizeOf(walk.bits);
  const sweep = turns > 0 ? 1 : 0;
  const [first, middle, last] = [0, turns / 2, turns].map((part) => pointAt(start + part, radius));
  const arcTo = (point: Point | undefined) =>
    point === undefined ? '' : `A${radius} ${radius} 0 0 ${sweep} ${point.x} ${point.y}`;
  return first === undefined ? '' : `M${first.x} ${first.y}${arcTo(middle)}${arcTo(last)}`;
}

export interface CircleLabel extends Point {
  readonly pattern: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Half the gap between the two labels beside a seam. */
const SEAM_GAP = 7;

/** Every pattern of four bits; of eight, every 32nd and the neighbours of both seams, set apart to be legible. */
export function circleLabels(bits: CircleBits, radius: number): readonly CircleLabel[] {
  const size = sizeOf(bits);
  const every = bits === 4 ? 1 : 32;
  const seams = [0, size / 2 - 1, size / 2, size - 1];
  const patterns = Array.from({ length: size }, (_, pattern) => pattern).filter(
    (pattern) => pattern % every === 0 || seams.includes(pattern),
  );
  return patterns.map((pattern): CircleLabel => {
    const point = pointAt(turnOf(pattern, bits), radius);
    if (bits === 4 || !seams.includes(pattern)) return { pattern, anchor: 'middle', ...point };
    const isRight = pattern < size / 2;
    return {
      pattern,
      anchor: isRight ? 'start' : 'end',
      x: isRight ? SEAM_GAP : -SEAM_GAP,
      y: point.y,
    };
  });
}

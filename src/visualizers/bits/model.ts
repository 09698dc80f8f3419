/** One byte as eight bits: weights, the trace drawn over them, and the two numbers they spell. Pure. */
import { formatByte, formatFull } from '../../core/bytes/format';

export interface Bit {
  /** 7 for the most significant. */
  readonly bit: number;
  readonly weight: number;
  readonly on: boolean;
}

export interface BitModel {
  readonly value: number;
  /** `FE` */
  readonly hex: string;
  /** Most significant first. */
  readonly bits: readonly Bit[];
  readonly signed: string;
  /** `128+64+2`, or `0`. */
  readonly unsignedSum: string;
  /** The top bit counts −128. */
  readonly signedSum: string;
  /** All bits flipped, `0000 0001`; null while the top bit is 0 and both readings agree. */
  readonly flipped: string | null;
  /** What adding one to that gives: the number without its sign. */
  readonly magnitude: number;
}

export function bitModel(value: number): BitModel {
  const bits = Array.from({ length: 8 }, (_, index): Bit => {
    const bit = 7 - index;
    return { bit, weight: 2 ** bit, on: ((value >> bit) & 1) === 1 };
  });
  const sum = (top: number): string =>
    bits
      .filter(({ on }) => on)
      .map(({ bit, weight }) => formatFull(bit === 7 ? top : weight))
      .join('+') || '0';
  const isNegative = value > 127;
  const inverse = ~value & 0xff;
  return {
    value,
    hex: formatByte(value, 'hex'),
    bits,
    signed: formatFull(isNegative ? value - 256 : value),
    unsignedSum: sum(128),
    signedSum: sum(-128),
    flipped: isNegative ? formatByte(inverse, 'bin').replace(/(.{4})/, '$1 ') : null,
    magnitude: inverse + 1,
  };
}

/** The byte after one bit was flipped, 0 to 255. */
export const flipBit = (value: number, bit: number): number => (value ^ (1 << bit)) & 0xff;

/** Adds to a byte as an element of a Uint8Array would: 255 and one more is 0. */
export const addToByte = (value: number, by: number): number => (value + by) & 0xff;

/** Units of the waveform: a bit is 38 wide, high is 3, low is 27. */
export const BIT_WIDTH = 38;
export const WAVE_HEIGHT = 30;

/** The byte as a logic analyser draws it: one step of a line for each bit. */
export function wavePath(bits: readonly Bit[]): string {
  let path = '';
  let level: number | null = null;
  bits.forEach(({ on }, index) => {
    const y = on ? 3 : WAVE_HEIGHT - 3;
    if (level === null) path = `M0 ${y}`;
    else if (level !== y) path += `V${y}`;
    path += `H${(index + 1) * BIT_WIDTH}`;
    level = y;
  });
  return path;
}

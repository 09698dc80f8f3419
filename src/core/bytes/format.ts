/**
 * Numbers as the screen writes them: hex in capitals, U+2212 for minus, floats short in a cell and whole beside it.
 * Code keeps its hyphens; only values go through here.
 */
import type { Family } from './view-kinds';
import type { ByteRange } from './ranges';

export const BYTE_BASES = ['hex', 'dec', 'bin'] as const;
/** How a byte is written: `FE`, `254` or `11111110`. */
export type ByteBase = (typeof BYTE_BASES)[number];

const MINUS = '−';

/** One byte (0 to 255) in a base: two hex digits, up to three decimal ones, or eight bits. */
export function formatByte(value: number, base: ByteBase): string {
  switch (base) {
    case 'hex':
      return value.toString(16).toUpperCase().padStart(2, '0');
    case 'dec':
      return String(value);
    case 'bin':
      return value.toString(2).padStart(8, '0');
  }
}

/** The bytes of a range as hex in memory order, `FE FF`. What lies outside `bytes` is left out. */
export function formatHex(bytes: Uint8Array, range: ByteRange): string {
  return Array.from(bytes.subarray(range.start, range.end), (byte) => formatByte(byte, 'hex')).join(
    ' ',
  );
}

/**
 * An element's value short enough for a cell. Integers are whole. Floats have four significant digits and an
 * exponent outside 1e−3 to 1e6; a float that is a whole number in that span keeps all its digits, because 65504
 * shown as 65500 would be a wrong number and not a short one.
 */
export function formatElement(value: number | bigint, family: Exclude<Family, 'd'>): string {
  if (family !== 'f' || typeof value === 'bigint') return formatFull(value);
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return formatFull(value);
  const rounded = Number(value.toPrecision(4));
  if (size < 1e-3 || size > 1e6) return withMinus(rounded.toExponential());
  return formatFull(Number.isInteger(value) ? value : rounded);
}

/** A value with all its digits, as JavaScript prints it but for the minus sign: `−0.10000000149011612`, `−0`. */
export function formatFull(value: number | bigint): string {
  return Object.is(value, -0) ? `${MINUS}0` : withMinus(String(value));
}

function withMinus(digits: string): string {
  return digits.replaceAll('-', MINUS);
}

/**
 * Why memory holds another value than the program assigned: what ToUint8, ToInt16, ToUint8Clamp and the rounding of
 * floats do to a number. Facts only; words are in i18n.
 *
 * @see ECMA-262 §7.1.6 to §7.1.17 (ToInt32 … ToBigUint64)
 */
import { ELEMENT_TYPES, type ElementKind } from '../bytes/view-kinds';

export type StoreReason =
  /** Not a number at all (a string, undefined, an object): it was converted first. `text` is how it is written. */
  | { readonly kind: 'converted'; readonly text: string }
  /** NaN has no integer: 0 is stored. */
  | { readonly kind: 'nan' }
  /** An infinity has no integer: 0 is stored. */
  | { readonly kind: 'infinite' }
  /** Uint8ClampedArray stops at its ends, 0 and 255. */
  | { readonly kind: 'clamped'; readonly limit: 0 | 255 }
  /** Uint8ClampedArray goes to the nearest whole number, at .5 to the even one. */
  | { readonly kind: 'nearest'; readonly half: boolean }
  /** The fraction is dropped. */
  | { readonly kind: 'truncated' }
  /** A negative number in an unsigned element: the same bits, read without a sign. */
  | { readonly kind: 'negative'; readonly bits: number }
  /** Only the low bits are kept. `sign`: the number would fit, but its top bit is the sign here. */
  | { readonly kind: 'wrapped'; readonly bits: number; readonly sign: boolean }
  /** A BigInt modulo 2⁶⁴. */
  | { readonly kind: 'wrappedBigInt'; readonly negative: boolean }
  /** The nearest float of this many bits. */
  | { readonly kind: 'rounded'; readonly bits: number }
  /** Larger than the largest float of this many bits. */
  | { readonly kind: 'overflowed'; readonly bits: number }
  /** Smaller than the smallest. */
  | { readonly kind: 'underflowed'; readonly bits: number };

/**
 * What happened to `assigned` on its way into an element of type `type` that now reads `stored`; null when nothing did.
 * `assigned` is a number, or the text of another value (`5n`, `"abc"`, `undefined`).
 *
 * @example storeReason('Uint8Array', 300, 44) // { kind: 'wrapped', bits: 8, sign: false }
 */
export function storeReason(
  type: ElementKind,
  assigned: number | string,
  stored: number | bigint,
): StoreReason | null {
  const { family, byteSize } = ELEMENT_TYPES[type];
  const bits = byteSize * 8;
  if (typeof assigned === 'string') {
    const big = /^-?\d+n$/.exec(assigned);
    if (!big || typeof stored !== 'bigint') return { kind: 'converted', text: assigned };
    return { kind: 'wrappedBigInt', negative: assigned.startsWith('-') };
  }
  if (Object.is(assigned, stored)) return null;
  if (family === 'f') {
    if (Number.isNaN(assigned)) return null;
    if (typeof stored === 'number' && !Number.isFinite(stored)) return { kind: 'overflowed', bits };
    return Number(stored) === 0 ? { kind: 'underflowed', bits } : { kind: 'rounded', bits };
  }
  if (Number.isNaN(assigned)) return { kind: 'nan' };
  if (type === 'Uint8ClampedArray') {
    if (assigned > 255) return { kind: 'clamped', limit: 255 };
    if (assigned < 0) return { kind: 'clamped', limit: 0 };
    return { kind: 'nearest', half: Math.abs(assigned % 1) === 0.5 };
  }
  if (!Number.isFinite(assigned)) return { kind: 'infinite' };
  const whole = Math.trunc(assigned);
  // −0 and 0 are one integer: nothing was lost that a reader could miss.
  if (whole === Number(stored)) return whole === assigned ? null : { kind: 'truncated' };
  if (family === 'u') {
    const low = -(2 ** (bits - 1));
    return whole < 0 && whole >= low
      ? { kind: 'negative', bits }
      : { kind: 'wrapped', bits, sign: false };
  }
  return { kind: 'wrapped', bits, sign: whole >= 0 && whole < 2 ** bits };
}

/** Two rows of bytes: where they differ, and which slip of the hand would explain it. */
import type { ByteRange } from '../bytes/ranges';

/** The right bytes in the reverse order; or the right bytes, so many further on (negative: further front). */
export type ByteOrderSlip =
  { readonly kind: 'reversed' } | { readonly kind: 'shifted'; readonly by: number };

/** Indices of bytes that differ, missing and surplus ones included. */
export function differingBytes(expected: Uint8Array, found: Uint8Array): readonly number[] {
  const length = Math.max(expected.length, found.length);
  return Array.from({ length }, (_, i) => i).filter((i) => expected[i] !== found[i]);
}

/** The slip that makes `found` of `expected` within a range; null when none does, or nothing differs. */
export function findSlip(
  expected: Uint8Array,
  found: Uint8Array,
  { start, end }: ByteRange,
): ByteOrderSlip | null {
  const wanted = expected.subarray(start, end);
  if (wanted.length < 2 || same(wanted, found.subarray(start, end))) return null;
  if (same(wanted.slice().reverse(), found.subarray(start, end))) return { kind: 'reversed' };
  // Zeros and equal bytes would be found anywhere.
  if (new Set(wanted).size < 2) return null;
  for (let by = 1; by < wanted.length; by++) {
    for (const shift of [by, -by]) {
      const from = start + shift;
      if (from >= 0 && same(wanted, found.subarray(from, from + wanted.length)))
        return { kind: 'shifted', by: shift };
    }
  }
  return null;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

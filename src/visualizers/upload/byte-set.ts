/** Sets of bytes as ranges: in order, none empty, no two of them touching. */
import type { ByteRange } from '../../core/bytes/ranges';

export type ByteSet = readonly ByteRange[];

export function addRange(set: ByteSet, range: ByteRange): ByteSet {
  if (range.start >= range.end) return set;
  let { start, end } = range;
  const apart: ByteRange[] = [];
  for (const each of set) {
    if (each.end < start || each.start > end) apart.push(each);
    else {
      start = Math.min(start, each.start);
      end = Math.max(end, each.end);
    }
  }
  return [...apart, { start, end }].sort((a, b) => a.start - b.start);
}

export function removeRange(set: ByteSet, range: ByteRange): ByteSet {
  if (range.start >= range.end) return set;
  return set.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, range.start) },
      { start: Math.max(start, range.end), end },
    ].filter((piece) => piece.start < piece.end),
  );
}

export const addAll = (set: ByteSet, more: ByteSet): ByteSet => more.reduce(addRange, set);

export const bytesIn = (set: ByteSet): number =>
  set.reduce((sum, { start, end }) => sum + end - start, 0);

/** Whether a set has all of a range. */
export const covers = (set: ByteSet, { start, end }: ByteRange): boolean =>
  set.some((each) => each.start <= start && each.end >= end);

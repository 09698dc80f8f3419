/** Byte ranges: half-open `[start, end)` in bytes everywhere inside, inclusive only where a reader sees them. */

/** Half-open: `start` is the first byte, `end` the one after the last. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Makes a range from its first byte and its length in bytes. */
export function rangeAt(start: number, byteLength: number): ByteRange {
  return { start, end: start + byteLength };
}

/** Bytes in a range; an inverted range counts as empty. */
export function rangeLength(range: ByteRange): number {
  return Math.max(0, range.end - range.start);
}

/** Whether two ranges share at least one byte. Empty ranges overlap nothing. */
export function overlaps(a: ByteRange, b: ByteRange): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** The bytes two ranges share, or null when there are none. */
export function intersect(a: ByteRange, b: ByteRange): ByteRange | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}

/**
 * Cuts a range at every multiple of `unit` bytes: `[6, 10)` by 8 gives `[6, 8)` and `[8, 10)`.
 * The pieces are in order, none is empty, and together they are the range.
 */
export function cutAtMultiples(range: ByteRange, unit: number): readonly ByteRange[] {
  const pieces: ByteRange[] = [];
  for (let start = range.start; start < range.end;) {
    const end = Math.min(range.end, (Math.floor(start / unit) + 1) * unit);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** A range as the reader sees it, both ends included: `[2, 4)` is `2–3`, `[2, 3)` is `2`. */
export function formatRange(range: ByteRange): string {
  const last = range.end - 1;
  return last > range.start ? `${range.start}–${last}` : `${range.start}`;
}

/** Sets of times as ranges `[start, end)` in seconds, in order and apart from each other, as `buffered` has them. */
import type { TimeRange } from '../../core/trace/playback-facts';

export type TimeSet = readonly TimeRange[];

/** Two ranges closer than this touch: engines round frame times differently. */
const EPSILON = 1e-3;

/** What is in `a` and not in `b`. */
export function without(a: TimeSet, b: TimeSet): TimeSet {
  let rest = a.slice();
  for (const { start, end } of b)
    rest = rest.flatMap((range) =>
      end <= range.start || start >= range.end
        ? [range]
        : [
            { start: range.start, end: start },
            { start: end, end: range.end },
          ].filter((part) => part.end - part.start > EPSILON),
    );
  return rest;
}

/** What is in both. */
export function common(a: TimeSet, b: TimeSet): TimeSet {
  return a.flatMap((range) =>
    b.flatMap((other) => {
      const start = Math.max(range.start, other.start);
      const end = Math.min(range.end, other.end);
      return end - start > EPSILON ? [{ start, end }] : [];
    }),
  );
}

/** What is missing between ranges, and before the first of them. */
export function gapsIn(ranges: TimeSet): TimeSet {
  const last = ranges.at(-1);
  return last === undefined ? [] : without([{ start: 0, end: last.end }], ranges);
}

/** The range that a time lies in, its end included: there a player has played it all. */
export function rangeAt(ranges: TimeSet, time: number): TimeRange | null {
  return ranges.find(({ start, end }) => time >= start - EPSILON && time <= end + EPSILON) ?? null;
}

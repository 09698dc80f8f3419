/**
 * When a section counts as read. Nothing is known of eyes; what is known is which stretch of the page stayed on the
 * screen for a moment. A section is read from its start: each stretch that was seen, and that begins no further down
 * than what is read so far, reads on to its own end. A jump to the end therefore reads nothing of what it jumped over.
 */

/** In pixels from the top of the document. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What came on the screen, and when, in milliseconds. */
export interface View extends Stretch {
  readonly at: number;
}

/** How long a moment is, in milliseconds: what is on the screen that long has been seen. */
export const TICK_MS = 500;
/** How many moments are looked back over at most: what stood on the screen before them does so still, or is forgotten. */
const MOST_TICKS = 60;

/**
 * What stayed on the screen for each moment since `from`, up to `now`, and what is to be gone on from. `views` came after
 * it, in their order. However late this is called, as on a busy machine or a slow network, it says the same of the last half minute.
 */
export function heldSince(
  from: View,
  views: readonly View[],
  now: number,
): { held: Stretch[]; last: View } {
  const held: Stretch[] = [];
  const shownAt = (at: number) => views.findLast((view) => view.at <= at) ?? from;
  const start = Math.max(from.at, now - MOST_TICKS * TICK_MS);
  let last: View = { ...shownAt(start), at: start };
  while (last.at + TICK_MS <= now) {
    const at = last.at + TICK_MS;
    const next = { ...shownAt(at), at };
    held.push(inBoth(last, next));
    last = next;
  }
  return { held, last };
}

/** What was on the screen both times: all of it was there in between, if the page was scrolled one way. */
export function inBoth(a: Stretch, b: Stretch): Stretch {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/**
 * How much of a section has been read, from 0 to 1, once `seen` has been seen too. `slack` is the gap in pixels that
 * does not count as a jump: heights change a little while a page is read.
 */
export function readOn(read: number, section: Stretch, seen: Stretch, slack: number): number {
  const length = section.end - section.start;
  if (length <= 0 || seen.end <= seen.start) return read;
  const edge = section.start + read * length;
  if (seen.start > edge + slack || seen.end <= edge) return read;
  return Math.min(1, (seen.end - section.start) / length);
}

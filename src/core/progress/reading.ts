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

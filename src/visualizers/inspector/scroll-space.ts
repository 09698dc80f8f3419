/**
 * Scrolling through more rows than a browser has pixels for: a gigabyte has 67 million rows, and elements end at 17 million
 * pixels (Firefox). A file that is too long gets a shorter bar. Turning the wheel then moves by the pixels that it says,
 * as in a short file; only a jump, by the bar's handle, goes to the place in proportion.
 */

/** Height of the scrolled space, in CSS pixels, that every browser bears. */
export const MOST_PIXELS = 8_000_000;
/** A scroll by less than this many heights of the view is a turn of the wheel, a swipe or a key. */
const NEAR_VIEWS = 2;

export interface ScrollSpace {
  readonly rows: number;
  readonly rowHeight: number;
  readonly viewHeight: number;
}

/** What is scrolled: rows and their fraction at the top of the view, and where the bar stands. */
export interface ScrollPlace {
  /** In rows, with a fraction. */
  readonly top: number;
  readonly scrollTop: number;
}

export const scrollHeight = ({ rows, rowHeight, viewHeight }: ScrollSpace): number =>
  Math.max(viewHeight, Math.min(MOST_PIXELS, rows * rowHeight));

export const isScaled = ({ rows, rowHeight }: ScrollSpace): boolean =>
  rows * rowHeight > MOST_PIXELS;

/** The last place: the last row is the last one in the view. */
export const lastTop = ({ rows, rowHeight, viewHeight }: ScrollSpace): number =>
  Math.max(0, rows - viewHeight / rowHeight);

const lastScrollTop = (space: ScrollSpace): number => scrollHeight(space) - space.viewHeight;

/** Where the bar stands for a row at the top. */
export function scrollTopOf(space: ScrollSpace, top: number): number {
  const last = lastTop(space);
  return last === 0 ? 0 : (clamp(top, 0, last) / last) * lastScrollTop(space);
}

/** Where the bar is put when scrolling has ended: away from its ends, so that it can be moved to where the rows end. */
export function settledScrollTop(space: ScrollSpace, top: number): number {
  const last = lastScrollTop(space);
  const exact = scrollTopOf(space, top);
  if (!isScaled(space) || top <= 0 || top >= lastTop(space)) return exact;
  return clamp(exact, space.viewHeight, last - space.viewHeight);
}

/** The row at the top for a place of the bar. */
export function topOf(space: ScrollSpace, scrollTop: number): number {
  const last = lastScrollTop(space);
  return last <= 0 ? 0 : (clamp(scrollTop, 0, last) / last) * lastTop(space);
}

/**
 * The place after the bar has moved.
 *
 * @returns `settles`: the bar stands at an end and the rows do not, so it has to be put where it belongs
 */
export function scrolled(
  space: ScrollSpace,
  before: ScrollPlace,
  scrollTop: number,
): ScrollPlace & { readonly settles: boolean } {
  const moved = scrollTop - before.scrollTop;
  if (!isScaled(space) || Math.abs(moved) > NEAR_VIEWS * space.viewHeight)
    return { top: topOf(space, scrollTop), scrollTop, settles: false };
  const top = clamp(before.top + moved / space.rowHeight, 0, lastTop(space));
  const atEnd = scrollTop <= 0 || scrollTop >= lastScrollTop(space) - 1;
  return { top, scrollTop, settles: atEnd && top > 0 && top < lastTop(space) };
}

/** The row at the top so that a row is in view, moved as little as can be; from afar it comes to a third of the view. */
export function topFor(space: ScrollSpace, top: number, row: number): number {
  const seen = Math.floor(space.viewHeight / space.rowHeight);
  const last = lastTop(space);
  if (row >= top && row + 1 <= top + seen) return Math.min(top, last);
  if (row < top && row >= top - 1) return Math.max(0, row);
  if (row + 1 > top + seen && row <= top + seen + 1)
    return clamp(row + 1 - space.viewHeight / space.rowHeight, 0, last);
  return clamp(row - Math.floor(seen / 3), 0, last);
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

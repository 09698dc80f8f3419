import { describe, expect, test } from 'vitest';
import {
  isScaled,
  lastTop,
  MOST_PIXELS,
  scrolled,
  scrollHeight,
  scrollTopOf,
  settledScrollTop,
  topFor,
  topOf,
  type ScrollSpace,
} from './scroll-space';

const spaceOf = (byteLength: number): ScrollSpace => ({
  rows: Math.ceil(byteLength / 16),
  rowHeight: 24,
  viewHeight: 600,
});
const small = spaceOf(100_000);
const gigabyte = spaceOf(2 ** 30);

test('a short file has the height of its rows, a gigabyte the most that browsers bear', () => {
  expect(scrollHeight(small)).toBe(6250 * 24);
  expect(isScaled(small)).toBe(false);
  expect(gigabyte.rows).toBe(67_108_864);
  expect(scrollHeight(gigabyte)).toBe(MOST_PIXELS);
  expect(scrollHeight(spaceOf(16))).toBe(600);
});

test.each([small, gigabyte])('both ends can be reached, and places go there and back', (space) => {
  expect(topOf(space, 0)).toBe(0);
  expect(topOf(space, scrollHeight(space) - space.viewHeight)).toBe(lastTop(space));
  for (const part of [0.1, 0.5, 0.999]) {
    const top = part * lastTop(space);
    expect(topOf(space, scrollTopOf(space, top))).toBeCloseTo(top, 3);
  }
});

describe('the wheel in a gigabyte', () => {
  test('moves by the pixels that it says, wherever the bar stands', () => {
    const top = 30_000_000;
    const before = { top, scrollTop: scrollTopOf(gigabyte, top) };
    const after = scrolled(gigabyte, before, before.scrollTop + 120);
    expect(after.top).toBe(top + 5);
    const back = scrolled(gigabyte, after, after.scrollTop - 120);
    expect(back.top).toBe(top);
  });

  test('a jump goes in proportion', () => {
    const jump = scrolled(gigabyte, { top: 0, scrollTop: 0 }, MOST_PIXELS / 2);
    expect(jump.top).toBeCloseTo(topOf(gigabyte, MOST_PIXELS / 2), 3);
    expect(jump.settles).toBe(false);
  });

  test('a bar that comes to its end before the rows do is put where it belongs', () => {
    const before = { top: 2400, scrollTop: 100 };
    const after = scrolled(gigabyte, before, 0);
    expect(after.top).toBeCloseTo(2400 - 100 / 24);
    expect(after.settles).toBe(true);
    // From there every row can be reached by the wheel.
    let place = { top: after.top, scrollTop: settledScrollTop(gigabyte, after.top) };
    for (let turn = 0; turn < 2000 && place.top > 0; turn++) {
      const next = scrolled(gigabyte, place, Math.max(0, place.scrollTop - 120));
      place = next.settles
        ? { top: next.top, scrollTop: settledScrollTop(gigabyte, next.top) }
        : { top: next.top, scrollTop: next.scrollTop };
    }
    expect(place.top).toBe(0);
  });
});

test('a short file follows the bar alone', () => {
  expect(scrolled(small, { top: 10, scrollTop: 240 }, 264).top).toBeCloseTo(11);
});

test('whoever goes to a row sees it', () => {
  expect(topFor(small, 100, 110)).toBe(100);
  expect(topFor(small, 100, 99)).toBe(99);
  expect(topFor(small, 100, 125)).toBe(101);
  expect(topFor(small, 100, 3000)).toBe(2992);
  expect(topFor(small, 100, 0)).toBe(0);
  expect(topFor(small, 0, 6249)).toBe(lastTop(small));
  // The row below the view comes in whole, though the view ends within a row.
  const odd = { ...small, viewHeight: 610 };
  expect(topFor(odd, 0, 25) + 610 / 24).toBeCloseTo(26);
});

import { describe, expect, it } from 'vitest';
import { cutAtMultiples, formatRange, intersect, overlaps, rangeAt, rangeLength } from './ranges';

describe('ranges', () => {
  it('are half-open, so neighbours do not overlap', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
    expect(overlaps({ start: 1, end: 1 }, { start: 0, end: 4 })).toBe(false);
  });

  it('intersect in the bytes both have', () => {
    expect(intersect({ start: 0, end: 6 }, { start: 4, end: 9 })).toEqual({ start: 4, end: 6 });
    expect(intersect({ start: 0, end: 4 }, { start: 4, end: 9 })).toBeNull();
  });

  it('count their bytes', () => {
    expect(rangeLength(rangeAt(6, 4))).toBe(4);
    expect(rangeLength({ start: 4, end: 2 })).toBe(0);
  });

  it.each([
    [{ start: 0, end: 8 }, ['0–7']],
    [{ start: 6, end: 10 }, ['6–7', '8–9']],
    [{ start: 7, end: 8 }, ['7']],
    [{ start: 3, end: 20 }, ['3–7', '8–15', '16–19']],
    [{ start: 5, end: 5 }, []],
  ])('cut %o at multiples of eight', (range, pieces) => {
    expect(cutAtMultiples(range, 8).map(formatRange)).toEqual(pieces);
  });

  it('show both ends included', () => {
    expect(formatRange(rangeAt(2, 2))).toBe('2–3');
    expect(formatRange(rangeAt(2, 1))).toBe('2');
  });
});

import { describe, expect, it } from 'vitest';
import { inBoth, readOn } from './reading';

const section = { start: 1000, end: 3000 };
const SLACK = 200;
/** What is read after these stretches, from the top. */
const after = (...seen: readonly (readonly [number, number])[]) =>
  seen.reduce((read, [start, end]) => readOn(read, section, { start, end }, SLACK), 0);

describe('a section', () => {
  it('is read on, a screen at a time', () => {
    expect(after([500, 1400])).toBe(0.2);
    expect(after([500, 1400], [1300, 2200])).toBe(0.6);
    expect(after([500, 1400], [1300, 2200], [2100, 3000])).toBe(1);
  });

  it('is not read by a jump to its end', () => {
    expect(after([500, 1400], [2100, 3000])).toBe(0.2);
    expect(after([2100, 3000])).toBe(0);
  });

  it('is not read further by going back', () => {
    expect(after([500, 1400], [1300, 2200], [900, 1800])).toBe(0.6);
  });

  it('is read across a small gap, since heights change a little', () => {
    expect(after([1000, 2000], [2200, 3000])).toBe(1);
    expect(after([1000, 2000], [2201, 3000])).toBe(0.5);
  });

  it('is not read by what was never on the screen long enough', () => {
    expect(after([1000, 2000], [2500, 2400])).toBe(0.5);
    expect(inBoth({ start: 0, end: 900 }, { start: 2000, end: 2900 })).toEqual({
      start: 2000,
      end: 900,
    });
  });

  it('without height is never read', () => {
    expect(readOn(0, { start: 10, end: 10 }, { start: 0, end: 900 }, SLACK)).toBe(0);
  });
});

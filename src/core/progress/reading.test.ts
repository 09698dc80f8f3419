import { describe, expect, it } from 'vitest';
import { heldSince, inBoth, readOn } from './reading';

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

describe('what stayed on the screen', () => {
  const view = (at: number, start: number) => ({ at, start, end: start + 900 });

  it('is the screen, while nothing is scrolled', () => {
    expect(heldSince(view(0, 0), [], 1100)).toEqual({
      held: [
        { start: 0, end: 900 },
        { start: 0, end: 900 },
      ],
      last: view(1000, 0),
    });
  });

  it('is what both ends of a moment share', () => {
    const scrolled = [view(100, 200), view(600, 600)];
    expect(heldSince(view(0, 0), scrolled, 1000).held).toEqual([
      { start: 200, end: 900 },
      { start: 600, end: 1100 },
    ]);
  });

  it('says the same however late it is asked', () => {
    const scrolled = Array.from({ length: 40 }, (_, index) => view(index * 150 + 50, index * 150));
    const late = heldSince(view(0, 0), scrolled, 6000);
    const inTime = [];
    let from = view(0, 0);
    for (let now = 500; now <= 6000; now += 500) {
      const { held, last } = heldSince(
        from,
        scrolled.filter(({ at }) => at > from.at && at <= now),
        now,
      );
      inTime.push(...held);
      from = last;
    }
    expect(late).toEqual({ held: inTime, last: from });
    const whole = { start: 600, end: 4600 };
    expect(late.held.reduce((read, seen) => readOn(read, whole, seen, 225), 0)).toBe(1);
  });

  it('is nothing for a page that is scrolled away at once', () => {
    const { held } = heldSince(view(0, 0), [view(20, 5000)], 520);
    expect(held).toEqual([{ start: 5000, end: 900 }]);
  });

  it('looks back half a minute at most, at what stood there then', () => {
    const { held } = heldSince(view(0, 0), [view(3_600_000, 200)], 3_600_500);
    expect(held).toHaveLength(60);
    expect(held[0]).toEqual({ start: 0, end: 900 });
  });
});

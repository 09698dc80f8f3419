import { describe, expect, test } from 'vitest';
import { crossingWire, straightWire, thicknessOf, WIRES_WIDTH } from './wire-paths';

const numbers = (path: string) => path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];

describe('the wires', () => {
  test('four bytes are drawn as the design draws them', () => {
    expect(straightWire(0, 4)).toBe('M64 128V0');
    expect(crossingWire(0, 4)).toBe('M44 0V17l9 9H459l9 9V128');
    expect(crossingWire(3, 4)).toBe('M428 0V89l-9 9H93l-9 9V128');
    expect([0, 1, 2, 3].map((index) => thicknessOf(index, 4))).toEqual([6, 4, 2.5, 1.4]);
  });

  test.each([2, 4, 8])('of %d bytes, no two share a column or a level', (count) => {
    const columns = new Set<number>();
    const levels = new Set<number>();
    for (let index = 0; index < count; index++) {
      const path = crossingWire(index, count);
      const [from = NaN, , down = NaN, turn = NaN, , across = NaN] = numbers(path);
      columns.add(from).add(across + turn);
      levels.add(down);
      expect(from).toBeGreaterThan(0);
      expect(across).toBeLessThan(WIRES_WIDTH);
    }
    expect(columns.size).toBe(2 * count);
    expect(levels.size).toBe(count);
  });

  test.each([2, 4, 8])('of %d bytes, the one worth more has the thicker wire', (count) => {
    for (let index = 1; index < count; index++)
      expect(thicknessOf(index, count)).toBeLessThan(thicknessOf(index - 1, count));
  });

  test.each([2, 4, 8])('of %d bytes, the highest lands where the lowest stood', (count) => {
    const cell = WIRES_WIDTH / count;
    const end = numbers(crossingWire(0, count));
    expect(Math.floor(((end[5] ?? NaN) + (end[3] ?? NaN)) / cell)).toBe(count - 1);
  });
});

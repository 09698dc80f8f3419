import { describe, expect, it } from 'vitest';
import { columnIn } from './grid-keys';

describe('the column that vertical moves keep', () => {
  it.each([
    ['stays inside a wide cell', { start: 4, end: 8 }, 6, 6],
    ['stays at the first byte of the cell', { start: 4, end: 8 }, 4, 4],
    ['does not reach past the end of the cell', { start: 4, end: 8 }, 8, 4],
    ['comes along when another grid gets the focus', { start: 0, end: 1 }, 12, 0],
  ])('%s', (_, range, column, expected) => {
    expect(columnIn(range, column)).toBe(expected);
  });
});

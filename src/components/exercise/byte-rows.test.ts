import { describe, expect, test } from 'vitest';
import { differingBytes } from '../../core/exercise/compare';
import type { BytesProblem } from '../../core/exercise/feedback';
import { byteRows } from './byte-rows';

const problem = (
  expected: readonly number[],
  found: readonly number[],
  range = { start: 0, end: expected.length },
): BytesProblem => {
  const bytes = { expected: Uint8Array.from(expected), found: Uint8Array.from(found) };
  return {
    kind: 'bytes',
    of: 'returned',
    ...bytes,
    range,
    differing: differingBytes(bytes.expected, bytes.found),
    slip: null,
  };
};

describe('the rows of a comparison', () => {
  test('a short one is one row, with what differs marked', () => {
    expect(byteRows(problem([7, 0x12, 0x34], [7, 0x34, 0x34]))).toEqual({
      rows: [
        {
          start: 0,
          cells: [
            { expected: 7, found: 7, differs: false },
            { expected: 0x12, found: 0x34, differs: true },
            { expected: 0x34, found: 0x34, differs: false },
          ],
        },
      ],
      hidden: 0,
    });
  });

  test('bytes that are missing or too many have a cell on the other side only', () => {
    const [row] = byteRows(problem([1, 2], [1])).rows;
    expect(row?.cells[1]).toEqual({ expected: 2, found: null, differs: true });
    const [longer] = byteRows(problem([1], [1, 2])).rows;
    expect(longer?.cells[1]).toEqual({ expected: null, found: 2, differs: true });
  });

  test('of many, the rows that the check speaks of come before others, and the rest is counted', () => {
    const zeros = new Array<number>(80).fill(0);
    const found = zeros.map((_, i) => (i % 8 === 0 ? 1 : 0));
    const { rows, hidden } = byteRows(problem(zeros, found, { start: 64, end: 72 }));
    expect(rows.map(({ start }) => start)).toEqual([0, 8, 64]);
    expect(hidden).toBe(7);
  });
});

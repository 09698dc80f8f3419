import { expect, test } from 'vitest';
import { differingBytes, findSlip } from './compare';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('bytes that are missing or too many differ', () => {
  expect(differingBytes(bytes(1, 2, 3), bytes(1, 9))).toEqual([1, 2]);
  expect(differingBytes(bytes(1), bytes(1, 2))).toEqual([1]);
  expect(differingBytes(bytes(), bytes())).toEqual([]);
});

test.each([
  ['the same', bytes(1, 2, 3), bytes(1, 2, 3), null],
  ['reversed', bytes(1, 2, 3), bytes(3, 2, 1), { kind: 'reversed' }],
  ['one to the right', bytes(1, 2, 0), bytes(0, 1, 2), null],
  ['a single byte', bytes(1), bytes(2), null],
  ['other bytes', bytes(1, 2), bytes(2, 2), null],
])('%s', (_, expected, found, slip) => {
  expect(findSlip(expected, found, { start: 0, end: expected.length })).toEqual(slip);
});

test.each([
  [{ start: 1, end: 3 }, bytes(0, 0, 7, 8, 0), { kind: 'shifted', by: 1 }],
  [{ start: 1, end: 3 }, bytes(7, 8, 0, 0, 0), { kind: 'shifted', by: -1 }],
  [{ start: 3, end: 5 }, bytes(0, 7, 8, 1, 1), null],
])('a field of %o in another place', (range, found, slip) => {
  expect(findSlip(bytes(0, 7, 8, 0, 0), found, range)).toEqual(slip);
});

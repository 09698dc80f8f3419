import { expect, test } from 'vitest';
import { readNumber } from './read-number';

test.each<[string, bigint | null, number]>([
  ['0x1_47', 327n, 327],
  ['1,191,247,872', 1191247872n, 1191247872],
  ['−2', -2n, -2],
  ['5n', 5n, 5],
  ['9007199254740993', 9007199254740993n, 2 ** 53],
  ['1e-3', null, 0.001],
  ['.5', null, 0.5],
  ['-infinity', null, -Infinity],
  ['nan', null, NaN],
])('“%s” is a number', (text, exact, number) => {
  expect(readNumber(text)).toEqual({ exact, number });
});

test.each(['', '-', '0x', '1.5n', 'FE', '12 apples', '--2'])('“%s” is none', (text) => {
  expect(readNumber(text)).toBeNull();
});

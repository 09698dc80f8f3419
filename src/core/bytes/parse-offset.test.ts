import { expect, test } from 'vitest';
import { parseOffset } from './parse-offset';

test.each([
  ['4096', 4096],
  ['0x1000', 4096],
  ['1000h', 4096],
  ['1,191,247', 1_191_247],
  ['+16', 116],
  ['- 0x10', 84],
  ['−10', 90],
  ['-200', -100],
  ['end', 999],
  ['', null],
  ['ten', null],
  ['1.5', null],
  ['+', null],
  ['--1', null],
  ['99999999999999999999', null],
])('%j', (text, offset) => {
  expect(parseOffset(text, 100, 1000)).toBe(offset);
});

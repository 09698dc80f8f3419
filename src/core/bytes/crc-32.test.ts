import { expect, test } from 'vitest';
import { crc32 } from './crc-32';

test.each([
  ['', 0],
  ['IEND', 0xae426082],
  ['123456789', 0xcbf43926],
])('of %j', (text, sum) => {
  expect(crc32(new TextEncoder().encode(text))).toBe(sum);
});

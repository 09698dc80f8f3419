import { expect, test } from 'vitest';
import { packBytes, unpackBytes } from './pack-bytes';

const zeros = new Uint8Array(1_000_000);

test.each([
  [new Uint8Array(0), ''],
  [Uint8Array.of(1, 2, 3), 'AQID'],
  [zeros, '*1000000:0'],
  [Uint8Array.of(1, 2, 3, ...new Uint8Array(40).fill(7), 255), 'AQID *40:7 /w=='],
  // A run of 31 is written out.
  [new Uint8Array(31), btoa('\0'.repeat(31))],
])('bytes are packed, and the same again: %#', (bytes, text) => {
  expect(packBytes(bytes)).toBe(text);
  expect(unpackBytes(text)).toEqual(bytes);
});

test('two runs next to each other', () => {
  const bytes = new Uint8Array(100).fill(1, 50);
  expect(packBytes(bytes)).toBe('*50:0 *50:1');
  expect(unpackBytes(packBytes(bytes))).toEqual(bytes);
});

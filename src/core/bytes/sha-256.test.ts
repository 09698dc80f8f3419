import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Seeded } from '../exercise/inputs';
import { sha256 } from './sha-256';

test('three letters have the hash of the standard’s own example', () => {
  expect(sha256(Uint8Array.of(0x61, 0x62, 0x63))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 250_000])('%d bytes', (length) => {
  const bytes = new Seeded(length).bytes(length);
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a part of a buffer is hashed alone', () => {
  const bytes = new Seeded(7).bytes(300).subarray(13, 200);
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

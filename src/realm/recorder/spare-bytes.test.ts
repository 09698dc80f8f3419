import { expect, test } from 'vitest';
import { MAX_TRACKED_BYTES } from '../../core/trace/memory-state';
import { prepareBytes, zeroBytes } from './spare-bytes';

test('what is handed out is zeroed, of the length asked for, and nobody else’s', () => {
  prepareBytes();
  const lengths = [0, 5, ...Array<number>(9).fill(MAX_TRACKED_BYTES), MAX_TRACKED_BYTES + 1];
  const all = lengths.map((length) => {
    const bytes = zeroBytes(length);
    expect(bytes.length).toBe(length);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    return bytes.fill(1);
  });
  prepareBytes();
  expect(zeroBytes(MAX_TRACKED_BYTES).every((byte) => byte === 0)).toBe(true);
  expect(new Set(all.map(({ buffer }) => buffer)).size).toBe(lengths.length);
});

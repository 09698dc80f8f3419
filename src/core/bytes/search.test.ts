import { describe, expect, test } from 'vitest';
import type { FileBytes } from '../formats/reading';
import {
  Finder,
  MOST_PATTERN_BYTES,
  parseHexPattern,
  readPattern,
  searchFile,
  textPattern,
  type BytePattern,
} from './search';

const fileOf = (bytes: Uint8Array): FileBytes => ({
  byteLength: bytes.length,
  read: ({ start, end }) => Promise.resolve(bytes.subarray(start, end)),
});
const pattern = (text: string): BytePattern => {
  const found = parseHexPattern(text);
  if (found === null) throw new Error(`"${text}" is no pattern.`);
  return found;
};
const hexOf = (found: BytePattern | null) =>
  found && Array.from(found.values, (v) => v.toString(16));

describe('patterns', () => {
  test.each([
    ['ff d8 ??', [255, 216, 0], [255, 255, 0]],
    ['FFD8', [255, 216], [255, 255]],
    ['0xFF, 0x0a', [255, 10], [255, 255]],
    ['F? ?1', [240, 1], [240, 15]],
  ])('%s', (text, values, masks) => {
    const found = pattern(text);
    expect([...found.values]).toEqual(values);
    expect([...found.masks]).toEqual(masks);
  });

  test.each(['', 'F', 'FF D', 'GG', '??', '?? ??', 'FF-D8'])('%j is none', (text) => {
    expect(parseHexPattern(text)).toBeNull();
  });

  test('texts in three encodings', () => {
    expect(hexOf(textPattern('A한', 'utf-8'))).toEqual(['41', 'ed', '95', '9c']);
    expect(hexOf(textPattern('A한', 'utf-16le'))).toEqual(['41', '0', '5c', 'd5']);
    expect(hexOf(textPattern('A한', 'utf-16be'))).toEqual(['0', '41', 'd5', '5c']);
    expect(textPattern('', 'utf-8')).toBeNull();
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s without case', (encoding) => {
    const wanted = textPattern('pNg[', encoding, true);
    const there = textPattern('xPnG[', encoding);
    const other = textPattern('xPnG{', encoding);
    if (!wanted || !there || !other) throw new Error('texts');
    const unit = encoding === 'utf-8' ? 1 : 2;
    expect(new Finder(wanted).first(there.values)).toBe(unit);
    expect(new Finder(wanted).first(other.values)).toBe(-1);
  });
});

test('what is no pattern says why: nothing, no bytes, too many', () => {
  const most = MOST_PATTERN_BYTES;
  expect(readPattern('', 'utf-8', false)).toBe('empty');
  expect(readPattern('  ', 'hex', false)).toBe('empty');
  expect(readPattern('FF C', 'hex', false)).toBe('no-hex');
  expect(readPattern('00 '.repeat(most + 1), 'hex', false)).toBe('too-long');
  expect(readPattern('a'.repeat(most + 1), 'utf-8', false)).toBe('too-long');
  expect(readPattern('한'.repeat(most / 2 + 1), 'utf-16le', false)).toBe('too-long');
  expect(readPattern(' ', 'utf-8', true)).toEqual(textPattern(' ', 'utf-8', true));
  expect(readPattern('00'.repeat(most), 'hex', false)).toHaveProperty('values.length', most);
});

describe('in a file', () => {
  test('the next and the one before, round the ends', async () => {
    const bytes = Uint8Array.of(1, 2, 3, 1, 2, 3, 9);
    const find = (from: number, direction: 'next' | 'previous') =>
      searchFile(fileOf(bytes), pattern('01 02'), { from, direction });
    expect(await find(0, 'next')).toEqual({ start: 0, end: 2 });
    expect(await find(1, 'next')).toEqual({ start: 3, end: 5 });
    expect(await find(4, 'next')).toEqual({ start: 0, end: 2 });
    expect(await find(3, 'previous')).toEqual({ start: 0, end: 2 });
    expect(await find(0, 'previous')).toEqual({ start: 3, end: 5 });
    const none = await searchFile(fileOf(bytes), pattern('04'), { from: 3, direction: 'next' });
    expect(none).toBeNull();
  });

  test('it overlaps itself', async () => {
    const bytes = new Uint8Array(5);
    const found: number[] = [];
    for (let from = 0; from < 5; from = (found.at(-1) ?? 9) + 1) {
      const range = await searchFile(fileOf(bytes), pattern('00 00'), { from, direction: 'next' });
      if (range === null || range.start < from) break;
      found.push(range.start);
    }
    expect(found).toEqual([0, 1, 2, 3]);
  });

  test('chunks of every size find the same as one look at the whole, at borders too', async () => {
    let state = 1;
    const roll = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 400; round++) {
      const bytes = Uint8Array.from({ length: 1 + roll(60) }, () => roll(3));
      const length = 1 + roll(5);
      const values = Uint8Array.from({ length }, () => roll(3));
      const masks = Uint8Array.from({ length }, () => (roll(4) === 0 ? 0 : 255));
      for (let i = 0; i < length; i++) values[i] = (values[i] ?? 0) & (masks[i] ?? 0);
      const starts = [...bytes.keys()].filter(
        (at) =>
          at + length <= bytes.length &&
          values.every((value, i) => ((bytes[at + i] ?? 0) & (masks[i] ?? 0)) === value),
      );
      const from = roll(bytes.length + 1);
      for (const chunkBytes of [1, 2, 7, 1000])
        for (const direction of ['next', 'previous'] as const) {
          const expected =
            direction === 'next'
              ? (starts.find((at) => at >= from) ?? starts[0])
              : (starts.findLast((at) => at < from) ?? starts.at(-1));
          const options = { from, direction, chunkBytes };
          const found = await searchFile(fileOf(bytes), { values, masks }, options);
          expect(found?.start, `round ${round}, chunks of ${chunkBytes}, ${direction}`).toBe(
            expected,
          );
        }
    }
  });

  test('it says how far it is, and stops when told', async () => {
    const bytes = new Uint8Array(100);
    const seen: number[] = [];
    await searchFile(fileOf(bytes), pattern('01'), {
      from: 30,
      direction: 'next',
      chunkBytes: 40,
      onProgress: (n) => seen.push(n),
    });
    expect(seen).toEqual([40, 70, 100]);
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(
      searchFile(fileOf(bytes), pattern('01'), { from: 0, direction: 'next', signal: stopped }),
    ).rejects.toThrow('enough');
  });
});

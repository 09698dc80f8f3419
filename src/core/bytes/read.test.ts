import { describe, expect, it } from 'vitest';
import { decodeFloat16, readElement } from './read';
import type { ElementKind } from './view-kinds';

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.split(' '), (pair) => parseInt(pair, 16));

describe('readElement', () => {
  it.each<[string, ElementKind, boolean, number | bigint]>([
    ['78 56 34 12', 'Uint32Array', true, 0x12345678],
    ['12 34 56 78', 'Uint32Array', false, 0x12345678],
    ['4e 61 bc 00', 'Uint32Array', true, 12345678],
    ['01 00 00 00', 'Int32Array', true, 1],
    ['ef be ad de', 'Uint32Array', true, 0xdeadbeef],
    ['fe ff', 'Int16Array', true, -2],
    ['ff 7f', 'Int16Array', true, 32767],
    ['ff 7f', 'Int16Array', false, -129],
    ['80', 'Int8Array', true, -128],
    ['81', 'Int8Array', true, -127],
    ['fb', 'Int8Array', true, -5],
    ['7f', 'Int8Array', true, 127],
    ['ff', 'Uint8ClampedArray', true, 255],
    ['cd cc cc 3d', 'Float32Array', true, 0.10000000149011612],
    ['3f b9 99 99 99 99 99 9a', 'Float64Array', false, 0.1],
    ['3f 80 00 00', 'Float32Array', false, 1],
    ['bf 80 00 00', 'Float32Array', false, -1],
    ['3f 00 00 00', 'Float32Array', false, 0.5],
    ['40 49 0f db', 'Float32Array', false, Math.fround(Math.PI)],
    ['3e aa aa ab', 'Float32Array', false, Math.fround(1 / 3)],
    ['80 00 00 00', 'Float32Array', false, -0],
    ['7f 80 00 00', 'Float32Array', false, Infinity],
    ['43 dc 00 00', 'Float32Array', false, 440],
    ['7b ff', 'Float16Array', false, 65504],
    ['ff ff ff ff ff ff ff ff', 'BigInt64Array', true, -1n],
    ['ff ff ff ff ff ff ff ff', 'BigUint64Array', true, 18446744073709551615n],
  ])('reads %s as %s, little-endian %s', (hex, kind, littleEndian, value) => {
    expect(readElement(bytesOf(hex), 0, kind, littleEndian)).toBe(value);
  });

  it('reads the mixed record of DataView calls', () => {
    const record = bytesOf('ca fe fe ca ff ff ff fe fe ff ff ff 3f c0 00 00');
    expect(readElement(record, 0, 'Uint16Array', false)).toBe(0xcafe);
    expect(readElement(record, 2, 'Uint16Array')).toBe(0xcafe);
    expect(readElement(record, 4, 'Int32Array', false)).toBe(-2);
    expect(readElement(record, 8, 'Int32Array', true)).toBe(-2);
    expect(readElement(record, 12, 'Float32Array', false)).toBe(1.5);
  });

  // The conversion table of the curriculum: what a store leaves in memory, read back by our own reader.
  const columns = [
    [Uint8Array, 'Uint8Array'],
    [Int8Array, 'Int8Array'],
    [Uint8ClampedArray, 'Uint8ClampedArray'],
    [Uint16Array, 'Uint16Array'],
    [Int16Array, 'Int16Array'],
    [Uint32Array, 'Uint32Array'],
    [Int32Array, 'Int32Array'],
  ] as const;
  it.each<[number, readonly number[]]>([
    [-1, [255, -1, 0, 65535, -1, 4294967295, -1]],
    [128, [128, -128, 128, 128, 128, 128, 128]],
    [255, [255, -1, 255, 255, 255, 255, 255]],
    [256, [0, 0, 255, 256, 256, 256, 256]],
    [300, [44, 44, 255, 300, 300, 300, 300]],
    [-128, [128, -128, 0, 65408, -128, 4294967168, -128]],
    [-129, [127, 127, 0, 65407, -129, 4294967167, -129]],
    [1.5, [1, 1, 2, 1, 1, 1, 1]],
    [2.5, [2, 2, 2, 2, 2, 2, 2]],
    [254.50001, [254, -2, 255, 254, 254, 254, 254]],
    [-1.9, [255, -1, 0, 65535, -1, 4294967295, -1]],
    [NaN, [0, 0, 0, 0, 0, 0, 0]],
    [Infinity, [0, 0, 255, 0, 0, 0, 0]],
    [1e10, [0, 0, 255, 58368, -7168, 1410065408, 1410065408]],
  ])('agrees with typed arrays about %d', (value, expected) => {
    const stored = columns.map(([Type, kind]) =>
      readElement(new Uint8Array(Type.of(value).buffer), 0, kind),
    );
    expect(stored).toEqual(expected);
  });

  it('respects a window into a larger buffer', () => {
    const window = bytesOf('00 00 fe ff 00').subarray(2, 4);
    expect(readElement(window, 0, 'Int16Array')).toBe(-2);
  });

  it('says where and what to do when the element does not fit', () => {
    expect(() => readElement(bytesOf('00 01 02'), 1, 'Int32Array')).toThrow(
      'Int32Array element at 0x1 needs 4 bytes, but there are 3 in all; ask for one that lies inside.',
    );
  });
});

describe('decodeFloat16', () => {
  it.each([
    [0x0000, 0],
    [0x8000, -0],
    [0x0001, 2 ** -24],
    [0x03ff, 1023 * 2 ** -24],
    [0x0400, 2 ** -14],
    [0x2e66, 0.0999755859375],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
  ])('decodes 0x%s', (bits, value) => {
    expect(decodeFloat16(bits)).toBe(value);
  });
});

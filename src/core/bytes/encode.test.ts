import { describe, expect, test } from 'vitest';
import { formatHex } from './format';
import { decodeFloat16, readElement } from './read';
import type { ElementKind } from './view-kinds';
import { encodeElement, encodeFloat16 } from './encode';

const hexOf = (bytes: Uint8Array) => formatHex(bytes, { start: 0, end: bytes.length });

describe('the bytes of a value, highest first', () => {
  test.each<[number | bigint, ElementKind, string]>([
    [327, 'Uint16Array', '01 47'],
    [260, 'Uint8Array', '04'],
    [260, 'Uint8ClampedArray', 'FF'],
    [2.5, 'Uint8ClampedArray', '02'],
    [-2, 'Int16Array', 'FF FE'],
    [0x12345678, 'Uint32Array', '12 34 56 78'],
    [12345678, 'Int32Array', '00 BC 61 4E'],
    [1n, 'BigUint64Array', '00 00 00 00 00 00 00 01'],
    [-1n, 'BigInt64Array', 'FF FF FF FF FF FF FF FF'],
    [1.5, 'Float16Array', '3E 00'],
    [0.1, 'Float16Array', '2E 66'],
    [0.1, 'Float32Array', '3D CC CC CD'],
    [0.1, 'Float64Array', '3F B9 99 99 99 99 99 9A'],
  ])('%s as %s is %s', (value, kind, hex) => {
    expect(hexOf(encodeElement(value, kind))).toBe(hex);
  });

  test('reading what was written gives the value back', () => {
    for (const kind of ['Int16Array', 'Uint32Array', 'Float32Array', 'Float64Array'] as const)
      for (const value of [0, 1, 327, 32767])
        expect(readElement(encodeElement(value, kind), 0, kind, false)).toBe(value);
  });
});

describe('16-bit floats', () => {
  test('every one of them survives decoding and encoding', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const value = decodeFloat16(bits);
      expect(encodeFloat16(value)).toBe(Number.isNaN(value) ? 0x7e00 : bits);
    }
  });

  test('halfway between two of them, the even one is taken', () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const middle = (decodeFloat16(bits) + decodeFloat16(bits + 1)) / 2;
      expect(encodeFloat16(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
    }
    expect(encodeFloat16(65519.99)).toBe(0x7bff);
    expect(encodeFloat16(65520)).toBe(0x7c00);
    expect(encodeFloat16(-1e9)).toBe(0xfc00);
  });
});

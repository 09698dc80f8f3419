import { describe, expect, test } from 'vitest';
import { encodeElement } from '../../core/bytes/encode';
import {
  formatAddress,
  pokeByte,
  WIRED_BITS,
  WIRED_FAMILIES,
  WIRED_KINDS,
  wiredName,
  wiringOf,
} from './model';

const wiring = (value: number | bigint, name: keyof typeof WIRED_KINDS) =>
  wiringOf(encodeElement(value, WIRED_KINDS[name]), WIRED_KINDS[name]);

describe('a value and its bytes', () => {
  test('0x12345678: each byte, its worth and its two places', () => {
    const model = wiring(0x12345678, 'u32');
    expect(model).toMatchObject({
      hex: '0x12345678',
      suffix: 'Uint32',
      value: 305419896,
      swapped: 2018915346,
      isPalindrome: false,
    });
    expect(
      model.bytes.map(({ hex, weight, bigOffset, littleOffset }) => [
        hex,
        weight,
        bigOffset,
        littleOffset,
      ]),
    ).toEqual([
      ['12', 16777216n, 0, 3],
      ['34', 65536n, 1, 2],
      ['56', 256n, 2, 1],
      ['78', 1n, 3, 0],
    ]);
    expect(model.bytes[0]?.nibbles).toEqual([
      { digit: '1', bits: '0001' },
      { digit: '2', bits: '0010' },
    ]);
  });

  test('the worths of the bytes add up to the value', () => {
    for (const name of ['u16', 'u32', 'u64'] as const) {
      const { bytes, value } = wiring(name === 'u64' ? 12345678n : 12345, name);
      const sum = bytes.reduce(
        (total, byte) => total + BigInt(byte.value) * (byte.weight ?? 0n),
        0n,
      );
      expect(sum).toBe(BigInt(value));
    }
  });

  test('a float has parts in place of worths', () => {
    const parts = (name: keyof typeof WIRED_KINDS) =>
      wiring(1.5, name).bytes.map((byte) => byte.parts.join('+'));
    expect(parts('f16')).toEqual(['sign+exponent+fraction', 'fraction']);
    expect(parts('f32')).toEqual(['sign+exponent', 'exponent+fraction', 'fraction', 'fraction']);
    expect(parts('f64').slice(0, 3)).toEqual(['sign+exponent', 'exponent+fraction', 'fraction']);
    expect(wiring(1.5, 'f32').bytes.every(({ weight }) => weight === null)).toBe(true);
  });

  test('bytes that read the same from either end give one value', () => {
    expect(wiring(0x12343412, 'u32')).toMatchObject({ isPalindrome: true, swapped: 0x12343412 });
    expect(wiring(-1, 'i16').isPalindrome).toBe(true);
  });

  test('a poke changes one byte and leaves what was there', () => {
    const before = encodeElement(0x12345678, 'Uint32Array');
    expect([...pokeByte(before, 3, 0x179)]).toEqual([0x12, 0x34, 0x56, 0x79]);
    expect(before[3]).toBe(0x78);
  });

  test('every size has every family', () => {
    const names = WIRED_FAMILIES.flatMap((family) =>
      WIRED_BITS.map((bits) => wiredName(family, bits)),
    );
    expect(names.toSorted()).toEqual(Object.keys(WIRED_KINDS).toSorted());
    expect(formatAddress(4)).toBe('0x04');
  });
});

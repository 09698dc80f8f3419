import { describe, expect, it } from 'vitest';
import { formatByte, formatElement, formatFull, formatHex } from './format';

describe('a byte', () => {
  it.each([
    [0, '00', '0', '00000000'],
    [10, '0A', '10', '00001010'],
    [254, 'FE', '254', '11111110'],
    [255, 'FF', '255', '11111111'],
  ])('%i is written in three bases', (value, hex, dec, bin) => {
    expect(formatByte(value, 'hex')).toBe(hex);
    expect(formatByte(value, 'dec')).toBe(dec);
    expect(formatByte(value, 'bin')).toBe(bin);
  });

  it('stands in memory order in a row of hex', () => {
    const bytes = Uint8Array.of(0x4e, 0x61, 0xbc, 0x00);
    expect(formatHex(bytes, { start: 0, end: 4 })).toBe('4E 61 BC 00');
    expect(formatHex(bytes, { start: 2, end: 9 })).toBe('BC 00');
  });
});

describe('an integer', () => {
  it('is whole, with a minus sign and not a hyphen', () => {
    expect(formatElement(-2, 'i')).toBe('−2');
    expect(formatElement(4294967295, 'u')).toBe('4294967295');
    expect(formatElement(-9223372036854775808n, 'i')).toBe('−9223372036854775808');
  });
});

describe('a float in a cell', () => {
  it.each([
    [1.5, '1.5'],
    [0, '0'],
    [-0, '−0'],
    [0.10000000149011612, '0.1'],
    [3.1415927410125732, '3.142'],
    [-0.3333333432674408, '−0.3333'],
    [65504, '65504'],
    [440, '440'],
    [123456, '123456'],
    [1e6, '1000000'],
    [16777216, '1.678e+7'],
    [1e-3, '0.001'],
    [0.00099, '9.9e−4'],
    [7.2196e22, '7.22e+22'],
    [-1.79e-26, '−1.79e−26'],
    [2 ** -24, '5.96e−8'],
    [2 ** -149, '1.401e−45'],
    [5e-324, '5e−324'],
    [NaN, 'NaN'],
    [-Infinity, '−Infinity'],
  ])('%d is written %s', (value, text) => {
    expect(formatElement(value, 'f')).toBe(text);
  });

  it('keeps every digit in the full form', () => {
    expect(formatFull(0.10000000149011612)).toBe('0.10000000149011612');
    expect(formatFull(-1.5e-10)).toBe('−1.5e−10');
    expect(formatFull(-0)).toBe('−0');
  });
});

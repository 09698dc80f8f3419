import { describe, expect, test } from 'vitest';
import { readByte, readValue, splitBytes, type Refusal } from './read-answer';

describe('a byte that was typed', () => {
  test.each([
    ['FE', 'FE'],
    ['fe', 'FE'],
    [' 0xfe ', 'FE'],
    ['0XFE', 'FE'],
    ['7', '07'],
    ['0', '00'],
    ['000', '00'],
    ['0x007', '07'],
  ])('%s is %s', (text, byte) => {
    expect(readByte(text)).toEqual({ kind: 'answer', text: byte });
  });

  test.each<[string, Refusal]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0x', 'empty'],
    ['G1', 'not-hex'],
    ['-1', 'not-hex'],
    ['254', 'long'],
    ['0x1FF', 'long'],
  ])('“%s” is refused: %s', (text, why) => {
    expect(readByte(text)).toEqual({ kind: 'refused', why });
  });
});

describe('a number that was typed', () => {
  test.each<[string, 10 | 16, string]>([
    ['44', 10, '44'],
    ['−2', 10, '-2'],
    ['+5', 10, '5'],
    ['1,191,247,872', 10, '1191247872'],
    ['0x2C', 10, '44'],
    ['-0', 10, '0'],
    ['18446744073709551615n', 10, '18446744073709551615'],
    ['2.50', 10, '2.5'],
    ['1e3', 10, '1000'],
    ['nan', 10, 'NaN'],
    ['78563412', 16, '78563412'],
    ['0x7856_3412', 16, '78563412'],
    ['00FF', 16, 'ff'],
    ['-0x10', 16, '-10'],
  ])('%s in base %i is %s', (text, base, value) => {
    expect(readValue(text, base)).toEqual({ kind: 'answer', text: value });
  });

  test.each<[string, 10 | 16, Refusal]>([
    ['', 10, 'empty'],
    ['FE', 10, 'hex-digits'],
    ['many', 10, 'not-a-number'],
    ['12 apples', 10, 'not-a-number'],
    ['', 16, 'empty'],
    ['0x', 16, 'not-hex'],
    ['xyz', 16, 'not-hex'],
  ])('“%s” in base %i is refused: %s', (text, base, why) => {
    expect(readValue(text, base)).toEqual({ kind: 'refused', why });
  });
});

test.each([
  ['00 00 01 47', ['00', '00', '01', '47']],
  ['00,00;01:47', ['00', '00', '01', '47']],
  [' 0x1  0x47\n', ['0x1', '0x47']],
  ['00000147', ['00', '00', '01', '47']],
  ['0x00000147', ['00', '00', '01', '47']],
  ['47', ['47']],
  ['0x47', ['0x47']],
  ['254', ['254']],
  ['12345', ['12345']],
  ['', []],
])('“%s” is split into %j', (text, parts) => {
  expect(splitBytes(text)).toEqual(parts);
});

import { expect, test } from 'vitest';
import { numberReadings, otherReadings } from './reading-rows';

const numbers = (...bytes: number[]) =>
  Object.fromEntries(
    numberReadings(Uint8Array.from(bytes)).map(({ name, little, big }) => [name, [little, big]]),
  );
const others = (...bytes: number[]) =>
  Object.fromEntries(
    otherReadings(Uint8Array.from(bytes)).map(({ name, little, big }) => [name, [little, big]]),
  );

test('every type of number, in both orders', () => {
  expect(numbers(0xfe, 0xff, 0, 0, 0, 0, 0, 0x80)).toEqual({
    Int8: ['−2', '−2'],
    Uint8: ['254', '254'],
    Int16: ['−2', '−257'],
    Uint16: ['65534', '65279'],
    Int32: ['65534', '−16842752'],
    Uint32: ['65534', '4278124544'],
    BigInt64: ['−9223372036854710274', '−72339069014638464'],
    BigUint64: ['9223372036854841342', '18374405004694913152'],
    Float16: ['NaN', 'NaN'],
    Float32: [expect.stringContaining('e−') as string, expect.stringContaining('e+') as string],
    Float64: [expect.stringContaining('−') as string, expect.stringContaining('e+') as string],
  });
});

test('what the file is too short for has no value', () => {
  const { Uint8, Int16, Float64 } = numbers(7);
  expect([Uint8, Int16, Float64]).toEqual([
    ['7', '7'],
    [null, null],
    [null, null],
  ]);
  expect(others()['bits']).toEqual([null, null]);
});

test('letters, bits and dates', () => {
  expect(others(0x41, 0)).toMatchObject({
    bits: ['01000001', '01000001'],
    ascii: ['A U+0041', 'A U+0041'],
    utf16: ['A U+0041', '䄀 U+4100'],
  });
  expect(others(0xed, 0x95, 0x9c)['utf8']).toEqual(['한 U+D55C', '한 U+D55C']);
  expect(others(0xed, 0x95)['utf8']).toEqual([null, null]);
  expect(others(0x00, 0xd8)['utf16']).toEqual([null, 'Ø U+00D8']);
  expect(others(0x0a)['ascii']).toEqual(['U+000A', 'U+000A']);
  expect(others(0, 0x46, 0x5f, 0x5f)['seconds']?.[0]).toBe('2020-09-14 10:29:20 UTC');
  expect(others(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)['milliseconds']?.[0]).toBeNull();
});

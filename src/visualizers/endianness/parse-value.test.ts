import { describe, expect, test } from 'vitest';
import type { ElementKind } from '../../core/bytes/view-kinds';
import { parseValue, type StoreNote } from './parse-value';

describe('a typed value', () => {
  test.each<[string, ElementKind, number | bigint, StoreNote | null]>([
    ['327', 'Uint32Array', 327, null],
    [' 0x147 ', 'Uint16Array', 327, null],
    ['0x1234_5678', 'Uint32Array', 0x12345678, null],
    ['1,191,247,872', 'Uint32Array', 1191247872, null],
    ['0b1010', 'Int16Array', 10, null],
    ['-2', 'Int16Array', -2, null],
    ['−2', 'Int16Array', -2, null],
    ['-2', 'Uint16Array', 65534, 'wrapped'],
    ['-0x10', 'Int32Array', -16, null],
    ['65536', 'Uint16Array', 0, 'wrapped'],
    ['0x12345678', 'Uint16Array', 0x5678, 'wrapped'],
    ['2.9', 'Uint32Array', 2, 'cut'],
    ['-1.9', 'Int32Array', -1, 'cut'],
    ['1e3', 'Uint16Array', 1000, null],
    ['5n', 'BigUint64Array', 5n, null],
    ['5', 'BigInt64Array', 5n, null],
    ['1e3', 'BigInt64Array', 1000n, null],
    ['18446744073709551615', 'BigUint64Array', 18446744073709551615n, null],
    ['18446744073709551616', 'BigUint64Array', 0n, 'wrapped'],
    ['1.5', 'Float32Array', 1.5, null],
    ['.5', 'Float16Array', 0.5, null],
    ['0.1', 'Float32Array', 0.10000000149011612, 'rounded'],
    ['0.1', 'Float64Array', 0.1, null],
    ['9007199254740993', 'Float64Array', 2 ** 53, 'rounded'],
    ['65520', 'Float16Array', Infinity, 'rounded'],
    ['-0', 'Float32Array', -0, null],
    ['NaN', 'Float64Array', NaN, null],
    ['nan', 'Float64Array', NaN, null],
    ['-infinity', 'Float32Array', -Infinity, null],
    ['0xff', 'Float32Array', 255, null],
  ])('%s as %s is stored as %s (%s)', (text, kind, value, note) => {
    expect(parseValue(text, kind)).toEqual({ kind: 'value', value, note });
  });

  test.each(['', '-', '0x', '12 monkeys', '1.2.3', '0b2', '1e', 'n', '0xn', '1e3n', '--1'])(
    '“%s” is not a number',
    (text) => {
      expect(parseValue(text, 'Float64Array')).toEqual({ kind: 'refused', why: 'syntax' });
    },
  );

  test('an integer type refuses what it cannot cut', () => {
    expect(parseValue('NaN', 'Int32Array')).toEqual({ kind: 'refused', why: 'notFinite' });
    expect(parseValue('1e400', 'BigInt64Array')).toEqual({ kind: 'refused', why: 'notFinite' });
    expect(parseValue('1.5', 'BigUint64Array')).toEqual({ kind: 'refused', why: 'fraction' });
  });
});

import { describe, expect, test } from 'vitest';
import { findSlip } from '../exercise/compare';
import { judgeAnswer, type AnswerKey } from './answer-key';
import type { Stored } from './quiz';
import { wrongBytes, wrongValues, type Slip, type WrongAnswer } from './wrong-answers';

const bytesOf = (text: string) =>
  Uint8Array.from(text.split(' '), (byte) => Number.parseInt(byte, 16));

const keyOf = (
  kind: 'bytes' | 'value',
  base: 10 | 16,
  right: string,
  wrong: readonly WrongAnswer[],
): AnswerKey => ({
  kind,
  base,
  right,
  wrong: Object.fromEntries(wrong.map(({ slip, answer }) => [answer, slip])),
});

describe('bytes that were typed', () => {
  const whole = (
    right: string,
    stored: (Stored & { readonly littleEndian: boolean }) | null = null,
  ) => {
    const buffer = bytesOf(right);
    return keyOf('bytes', 16, right, wrongBytes(buffer, { start: 0, end: buffer.length }, stored));
  };
  const int16 = { type: 'Int16Array', littleEndian: true } as const;
  const uint8 = { type: 'Uint8Array', littleEndian: false } as const;

  test.each<[string, AnswerKey, string, Slip]>([
    ['from the other end', whole('00 00 01 47'), '47 01 00 00', 'byte-swapped'],
    ['from the other end, each number', whole('FE FF 2C 01', int16), 'FF FE 01 2C', 'byte-swapped'],
    ['moved along', whole('00 12 34 00'), '00 00 12 34', 'wrong-offset'],
    ['moved to the front', whole('00 12 34 00'), '12 34 00 00', 'wrong-offset'],
    ['without the sign', whole('FE FF', int16), '02 00', 'sign-lost'],
    ['with a sign bit', whole('FE FF', int16), '02 80', 'sign-flag'],
    ['clamped', whole('04 2C', { ...uint8, numbers: [260, 300] }), 'FF FF', 'clamped'],
    ['clamped below', whole('FF', { ...uint8, numbers: [-1] }), '00', 'clamped'],
    [
      'wrapped',
      whole('FF', { type: 'Uint8ClampedArray', littleEndian: false, numbers: [300] }),
      '2C',
      'wrapped',
    ],
    ['in decimal', whole('00 00 01 47'), '0 0 1 71', 'decimal-for-hex'],
    ['in decimal of two digits', whole('00 00 01 47'), '00 00 01 71', 'decimal-for-hex'],
    ['in decimal that is no byte', whole('FE FF'), '254 255', 'decimal-for-hex'],
  ])('%s: they are told so', (_, key, typed, slip) => {
    expect(judgeAnswer(key, typed.split(' '))).toMatchObject({ kind: 'wrong', says: slip });
    expect(judgeAnswer(key, key.right.split(' '))).toEqual({ kind: 'right' });
  });

  test('an offset is wrong also where other bytes stand in the buffer', () => {
    const buffer = bytesOf('0A 0B 0C 0D');
    const wrong = wrongBytes(buffer, { start: 1, end: 3 }, null);
    expect(wrong).toContainEqual({ slip: 'wrong-offset', answer: '0C 0D' });
    expect(wrong).toContainEqual({ slip: 'wrong-offset', answer: '0A 0B' });
  });

  test('what reads the same from both ends, or has no sign, is no slip', () => {
    expect(wrongBytes(bytesOf('05 05'), { start: 0, end: 2 }, int16)).toEqual([]);
    expect(judgeAnswer(whole('05 09', uint8), ['5', '9'])).toEqual({ kind: 'right' });
  });

  test('a swap is what the exercises call reversed', () => {
    const right = bytesOf('12 34 56 78');
    const range = { start: 0, end: 4 };
    const [swap] = wrongBytes(right, range, null);
    expect(swap?.slip).toBe('byte-swapped');
    expect(findSlip(right, bytesOf(swap?.answer ?? ''), range)).toEqual({ kind: 'reversed' });
  });

  test('an answer that nobody foresaw is marked where it differs', () => {
    expect(judgeAnswer(whole('FE FF'), ['fe', '0'])).toEqual({
      kind: 'wrong',
      says: null,
      differing: [1],
    });
  });

  test('a field that cannot be read is said to be so', () => {
    expect(judgeAnswer(whole('FE FF'), ['FE', ''])).toEqual({
      kind: 'refused',
      field: 1,
      why: 'empty',
    });
    expect(judgeAnswer(whole('FE FF'), ['300', 'FF'])).toMatchObject({ field: 0, why: 'long' });
  });
});

describe('a number that was typed', () => {
  const value = (right: string, stored: Stored | null, base: 10 | 16 = 10) =>
    keyOf('value', base, right, wrongValues(right, base, stored));

  test.each<[string, AnswerKey, string, Slip]>([
    ['from the other end', value('256', { type: 'Uint16Array' }), '1', 'byte-swapped'],
    [
      'from the other end',
      value('78563412', { type: 'Uint32Array' }, 16),
      '12345678',
      'byte-swapped',
    ],
    [
      'from the other end',
      value('1', { type: 'BigUint64Array' }),
      '72057594037927936',
      'byte-swapped',
    ],
    ['without its sign', value('-5', { type: 'Int8Array' }), '5', 'sign-lost'],
    ['as unsigned', value('-5', { type: 'Int8Array' }), '251', 'read-unsigned'],
    ['as signed', value('251', { type: 'Uint8Array' }), '-5', 'read-signed'],
    ['clamped', value('4', { type: 'Uint8Array', numbers: [260] }), '255', 'clamped'],
    ['clamped', value('-128', { type: 'Int8Array', numbers: [128] }), '127', 'clamped'],
    ['wrapped', value('255', { type: 'Uint8ClampedArray', numbers: [260] }), '4', 'wrapped'],
    [
      'before it was stored',
      value('4', { type: 'Uint8Array', numbers: [260] }),
      '260',
      'not-stored',
    ],
    ['in hexadecimal', value('71', null), '47', 'hex-for-decimal'],
    ['in decimal', value('47', null, 16), '71', 'decimal-for-hex'],
  ])('%s: it is told so', (_, key, typed, slip) => {
    expect(judgeAnswer(key, [typed])).toMatchObject({ kind: 'wrong', says: slip });
    expect(judgeAnswer(key, [key.right])).toEqual({ kind: 'right' });
  });

  test('a number below ten is the same in either base', () => {
    expect(wrongValues('9', 10, null)).toEqual([]);
  });

  test('what has no bytes of its own has no order', () => {
    expect(wrongValues('2.5', 10, { type: 'Float32Array' })).toEqual([]);
    expect(wrongValues('NaN', 10, { type: 'Float32Array' })).toEqual([]);
  });
});

test('a choice is judged by what it is, and none is none', () => {
  const key: AnswerKey = {
    kind: 'choice',
    base: 16,
    right: '9 and 0',
    wrong: { '0 and 0': '=0 and 0' },
  };
  expect(judgeAnswer(key, ['9 and 0'])).toEqual({ kind: 'right' });
  expect(judgeAnswer(key, ['0 and 0'])).toMatchObject({ kind: 'wrong', says: '=0 and 0' });
  expect(judgeAnswer(key, [''])).toEqual({ kind: 'refused', field: 0, why: 'empty' });
  // Names that every object has are no answers.
  expect(judgeAnswer(key, ['constructor'])).toMatchObject({ kind: 'wrong', says: null });
});

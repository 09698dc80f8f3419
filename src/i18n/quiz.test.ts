import { expect, test } from 'vitest';
import type { Refusal } from '../core/quiz/read-answer';
import { SLIPS } from '../core/quiz/wrong-answers';
import { quizText, slipText } from './quiz';

const { refused, wrong } = quizText.en;

test.each<[Refusal, number | null, string]>([
  ['empty', 2, 'Byte 2 is empty. Type two hexadecimal digits, 00 to FF.'],
  ['not-hex', 2, 'Byte 2 is “G1”. Type two hexadecimal digits, 00 to FF.'],
  ['long', 2, 'Byte 2 is “G1”, which is more than FF. A byte has two hexadecimal digits.'],
  ['empty', null, 'The field is empty. Type a number.'],
  ['not-hex', null, '“G1” is no hexadecimal number. Use the digits 0 to 9 and A to F.'],
  ['hex-digits', null, '“G1” looks hexadecimal. Type a decimal number, or write 0xG1.'],
  ['not-a-number', null, '“G1” is no number. Type one such as 44, −2 or 0x2C.'],
])('a text that is refused as %s in field %s is told what is asked for', (why, byte, sentence) => {
  expect(refused(why, 'G1', byte)).toBe(sentence);
});

test('an answer that nobody foresaw is told how much of it is right', () => {
  expect(wrong('bytes', 1, 4).why).toBe('One byte is not right. It is marked.');
  expect(wrong('bytes', 2, 4).why).toBe('2 of 4 bytes are not right. They are marked.');
  expect(wrong('bytes', 4, 4).why).toBe('No byte is right yet. Work them out one by one.');
  expect(wrong('value', 1, 1).why).toMatch(/\.$/);
});

test.each(SLIPS)('the slip %s has a name and a sentence or two', (slip) => {
  for (const kind of ['bytes', 'value'] as const) {
    const { name, why } = slipText.en(slip, kind);
    expect(name).toMatch(/\.$/);
    expect(why).toMatch(/[.?]$/);
  }
});

import { describe, expect, test } from 'vitest';
import type { BytesQuiz, ChoiceQuiz, Quiz, ValueQuiz } from '../core/quiz/quiz';
import { findQuizMistakes, keyOf, ownName, type Computed } from './quiz-checks';

const text = (of: string): Computed => ({ kind: 'text', text: of });
const bytes = (...of: readonly number[]): Computed => ({
  kind: 'bytes',
  buffer: Uint8Array.from(of),
  range: { start: 0, end: of.length },
});

const choice: ChoiceQuiz = {
  kind: 'choice',
  of: { code: 'const n = 4;' },
  asks: { expression: 'n' },
  choices: ['4', '5'],
  words: {
    en: { question: 'What is it?', because: 'It is.', wrong: { '5': 'One too many.' } },
  },
};
const value: ValueQuiz = {
  kind: 'value',
  of: { code: 'const n = 4;' },
  asks: { expression: 'n' },
  words: { en: { question: 'What is it?', because: 'It is.', wrong: { '5': 'One too many.' } } },
};
const row: BytesQuiz = {
  kind: 'bytes',
  of: { code: 'const buffer = new ArrayBuffer(2);' },
  words: { en: { question: 'What is it?', because: 'It is.', wrong: { '01 00': 'Too early.' } } },
};

const withWords = <Q extends Quiz>(quiz: Q, words: Partial<Q['words']['en']>): Q => ({
  ...quiz,
  words: { en: { ...quiz.words.en, ...words } },
});

test('a question without mistakes has its key', () => {
  expect(findQuizMistakes('q', choice, text('4'))).toEqual([]);
  expect(keyOf(choice, text('4'))).toEqual({
    kind: 'choice',
    base: 16,
    right: '4',
    wrong: { '5': ownName('5') },
  });
  expect(findQuizMistakes('q', row, bytes(0, 1))).toEqual([]);
  // The author's own words come before those of a slip.
  expect(keyOf(row, bytes(0, 1)).wrong['01 00']).toBe(ownName('01 00'));
  expect(keyOf(withWords(row, { wrong: {} }), bytes(0, 1)).wrong['01 00']).toBe('byte-swapped');
});

describe('a mistake is told with its correction:', () => {
  const row4: BytesQuiz = {
    ...row,
    stored: { type: 'Uint16Array', littleEndian: true, numbers: [1] },
  };
  test.each<[string, Quiz, Computed, string]>([
    [
      'an answer that is no choice',
      choice,
      text('6'),
      `its program gives '6', which is none of its choices. Write, for example: choices: ['4', '5', '6']`,
    ],
    [
      'the same choice twice',
      { ...choice, choices: ['4', '5', '4'] },
      text('4'),
      "two of its choices are the same. Write: choices: ['4', '5']",
    ],
    [
      'one choice',
      withWords({ ...choice, choices: ['4'] }, { wrong: {} }),
      text('4'),
      'it has one choice, and so is no question. Add one that stands for a mistake.',
    ],
    [
      'an empty choice',
      withWords({ ...choice, choices: ['4', ''] }, { wrong: { '': 'It is none.' } }),
      text('4'),
      "one of its choices is empty. Give it a name: asks: { expression: `… || 'none'` }",
    ],
    [
      'a choice without feedback',
      { ...choice, choices: ['4', '5', '6'] },
      text('4'),
      "words.en.wrong has nothing for the choice '6'. Add: '6': '…'",
    ],
    [
      'feedback for no choice',
      withWords(choice, { wrong: { '5': 'One too many.', '55': 'Far too many.' } }),
      text('4'),
      "words.en.wrong has '55', which is no choice. Write: '5'",
    ],
    [
      'a label for no choice',
      withWords(choice, { choices: { four: 'Four' } }),
      text('4'),
      "words.en.choices labels 'four', which is no choice. Take it away.",
    ],
    [
      'feedback that says why the right answer is wrong',
      choice,
      text('5'),
      "words.en.wrong says why '5' is wrong, and that is what its program gives. Take it away, or correct the program.",
    ],
    [
      'the same feedback for two misconceptions',
      withWords({ ...choice, choices: ['4', '5', '6'] }, { wrong: { '5': 'No.', '6': 'No.' } }),
      text('4'),
      "words.en.wrong says the same of '5' and '6'. Each stands for a misconception of its own: rewrite one.",
    ],
    [
      'a sentence without an end',
      withWords(choice, { because: 'It is' }),
      text('4'),
      "words.en.because is no sentence: it ends with a full stop or a question mark. Write: 'It is.'",
    ],
    [
      'a translation that leaves feedback out',
      { ...choice, words: { ...choice.words, ko: { question: '?', because: '.', wrong: {} } } },
      text('4'),
      "words.ko.wrong has nothing for '5', which words.en.wrong has. Add: '5': '…'",
    ],
    [
      'a value that is no number',
      value,
      text('undefined'),
      "its program gives 'undefined', which is no number. Let readers choose instead: kind: 'choice', choices: ['undefined', …]",
    ],
    [
      'a wrong value that is no number',
      withWords(value, { wrong: { five: 'No.' } }),
      text('4'),
      "words.en.wrong has 'five', which nobody can answer. Write a number: '-2'",
    ],
    [
      'one wrong value written in two ways',
      withWords(value, { wrong: { '5': 'No.', '0x5': 'No, no.' } }),
      text('4'),
      "words.en.wrong has '5' and '0x5', which are the same answer.",
    ],
    [
      'wrong bytes of another length',
      withWords(row, { wrong: { '01 00 00': 'No.' } }),
      bytes(0, 1),
      "words.en.wrong has '01 00 00', and there are 2 fields. Write a byte for each.",
    ],
    [
      'numbers that are not those that were stored',
      withWords(row4, { wrong: {} }),
      bytes(0, 1),
      'stored says 1 numbers of 2 bytes, 01 00, and its program leaves 00 01. Correct numbers, type or littleEndian.',
    ],
    [
      'a buffer that is not there',
      row,
      { kind: 'nothing', why: { kind: 'buffer', name: 'buffer', names: ['bufer'] } },
      "its program has no one buffer named 'buffer'. Write: buffer: 'bufer'",
    ],
    [
      'a range outside',
      row,
      { kind: 'nothing', why: { kind: 'range', length: 2 } },
      'its range does not lie in the buffer, which has 2 bytes. Write, for example: range: { start: 0, end: 2 }',
    ],
    [
      'a line that prints nothing',
      value,
      { kind: 'nothing', why: { kind: 'printed', lines: [3, 4] } },
      'the line it asks for prints nothing. Lines that print: 3, 4. Write, for example: asks: { line: 3 }',
    ],
  ])('%s', (_, quiz, computed, message) => {
    expect(findQuizMistakes('q', quiz, computed)).toContain(`Question "q": ${message}`);
  });
});

/** What is said about predictions and questions. Code stands between backticks. */
import type { AnswerKey } from '../core/quiz/answer-key';
import type { Refusal } from '../core/quiz/read-answer';
import type { Slip } from '../core/quiz/wrong-answers';
import type { Texts } from './locale';
import { quiz, slip } from './ko/quiz';

/** A wrong answer that is known: what it is called, and what to think about. */
export interface SlipWords {
  readonly name: string;
  readonly why: string;
}

export interface QuizText {
  /** What stands above the question: before a bench, and elsewhere. */
  readonly predict: string;
  readonly question: string;
  readonly you: string;
  readonly memory: string;
  readonly byte: (index: number) => string;
  /** Beside the fields. */
  readonly howTo: (kind: AnswerKey['kind'], base: 10 | 16) => string;
  readonly value: (base: 10 | 16) => string;
  readonly check: string;
  readonly again: string;
  readonly show: string;
  readonly hide: string;
  readonly answer: string;
  readonly right: string;
  /** It was right, but the answer had been shown. */
  readonly rightSeen: string;
  /** Why an answer that nobody foresaw is not right. */
  readonly wrong: (kind: AnswerKey['kind'], differing: number, of: number) => SlipWords;
  /** An answer that has words of its own. */
  readonly notThis: string;
  /** Why a field cannot be read, and what to do. `byte` is null where there is one field. */
  readonly refused: (why: Refusal, typed: string, byte: number | null) => string;
  readonly choose: string;
}

const field = (byte: number | null) => (byte === null ? 'The field' : `Byte ${byte}`);

export const quizText: Texts<QuizText> = {
  en: {
    predict: 'Predict',
    question: 'Question',
    you: 'you',
    memory: 'memory',
    byte: (index) => `byte ${index}`,
    howTo: (kind, base) =>
      kind === 'bytes'
        ? 'Two hexadecimal digits for each byte.'
        : kind === 'value'
          ? base === 16
            ? 'A hexadecimal number, with or without 0x.'
            : 'A decimal number. Hexadecimal ones begin with 0x.'
          : '',
    value: (base) => (base === 16 ? 'Your answer, in hexadecimal' : 'Your answer'),
    check: 'Check',
    again: 'Try again',
    show: 'Show the answer',
    hide: 'Hide the answer',
    answer: 'Answer',
    right: 'Right.',
    rightSeen: 'Right. You had looked at the answer, so it does not count.',
    wrong: (kind, differing, of) =>
      kind === 'bytes'
        ? {
            name: 'Not quite.',
            why:
              differing === of
                ? 'No byte is right yet. Work them out one by one.'
                : differing === 1
                  ? 'One byte is not right. It is marked.'
                  : `${differing} of ${of} bytes are not right. They are marked.`,
          }
        : { name: 'Not quite.', why: 'Work it out once more, step by step.' },
    notThis: 'Not quite.',
    refused: (why, typed, byte) => {
      switch (why) {
        case 'empty':
          return byte === null
            ? 'The field is empty. Type a number.'
            : `Byte ${byte} is empty. Type two hexadecimal digits, 00 to FF.`;
        case 'not-hex':
          return byte === null
            ? `“${typed}” is no hexadecimal number. Use the digits 0 to 9 and A to F.`
            : `Byte ${byte} is “${typed}”. Type two hexadecimal digits, 00 to FF.`;
        case 'long':
          return `${field(byte)} is “${typed}”, which is more than FF. A byte has two hexadecimal digits.`;
        case 'hex-digits':
          return `“${typed}” looks hexadecimal. Type a decimal number, or write 0x${typed}.`;
        case 'not-a-number':
          return `“${typed}” is no number. Type one such as 44, −2 or 0x2C.`;
      }
    },
    choose: 'Nothing is chosen. Choose one of the answers.',
  },
  ko: quiz,
};

/** Slips of the head by name; `kind` says whether bytes were typed or a number. */
export const slipText: Texts<(slip: Slip, kind: AnswerKey['kind']) => SlipWords> = {
  en: (of, kind) => {
    switch (of) {
      case 'byte-swapped':
        return kind === 'bytes'
          ? {
              name: 'Right bytes, other order.',
              why: 'Each number is there, but from its other end. Which end comes first here?',
            }
          : {
              name: 'Read from the other end.',
              why: 'That is what the same bytes give in the other byte order. Which end comes first here?',
            };
      case 'wrong-offset':
        return {
          name: 'Right bytes, wrong place.',
          why: 'These bytes stand at another offset. The first byte of a buffer or a view is number 0: count again from there.',
        };
      case 'sign-lost':
        return {
          name: 'The sign is lost.',
          why: 'That is the number without its minus. What do the bits of a negative number look like?',
        };
      case 'sign-flag':
        return {
          name: 'The top bit is no minus sign.',
          why: 'You set the top bit and left the other bits as they are for the positive number. The top bit is a weight: it counts negative, and the others are added to it.',
        };
      case 'read-unsigned':
        return {
          name: 'Read without a sign.',
          why: 'That is what the bits give when the top bit counts positive. Look at the type again.',
        };
      case 'read-signed':
        return {
          name: 'Read with a sign.',
          why: 'That is what the bits give when the top bit counts negative. Look at the type again.',
        };
      case 'clamped':
        return {
          name: 'Clamped, where this type wraps.',
          why: 'You stopped at the end of the range. This type does not stop there: it keeps the low bits and drops the rest.',
        };
      case 'wrapped':
        return {
          name: 'Wrapped, where this type clamps.',
          why: 'You went round at the end of the range. This type stops there.',
        };
      case 'not-stored':
        return {
          name: 'That is the number before it was stored.',
          why: 'Does it lie within the range of this type? What is stored is what fits.',
        };
      case 'decimal-for-hex':
        return {
          name: 'Decimal, where hexadecimal is asked for.',
          why: 'The value is right. Write it in hexadecimal digits, in which 10 is sixteen.',
        };
      case 'hex-for-decimal':
        return {
          name: 'Hexadecimal, where decimal is asked for.',
          why: 'The value is right. Write it in decimal digits, or put 0x before it.',
        };
    }
  },
  ko: slip,
};

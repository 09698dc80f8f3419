import { expect, test } from 'vitest';
import { everyCall, type Exercise } from '../core/exercise/exercise';
import { buffer, call } from '../core/exercise/inputs';
import { returns } from '../core/exercise/result-rules';
import { findCheckMistakes } from './exercise-checks';

const judge = everyCall(returns(3));
const EXERCISE: Exercise = {
  probes: [call('sum', 1, 2)],
  checks: { value: { judge, mistakes: { difference: () => true } } },
  words: {
    en: {
      checks: { value: 'Returns the sum' },
      mistakes: { difference: { why: 'This is the difference.', next: 'Add.' } },
    },
  },
};
const DIFFERENCE = { difference: { why: 'This is the difference.', next: 'Add.' } };

const mistakes = (change: object, wrong = ['difference']) =>
  findCheckMistakes({
    lesson: 'views',
    name: 'sum',
    tasks: { en: { title: 'Sum', hints: ['', '', ''], body: '' } },
    start: '',
    solutions: [],
    wrong: wrong.map((mistake) => ({ file: `wrong/${mistake}.js`, source: '', mistake })),
    exercise: { ...EXERCISE, ...change },
  }).map(({ message }) => message);

const words = (change: object) => ({ words: { en: { ...EXERCISE.words.en, ...change } } });

test('an exercise whose words and files fit', () => {
  expect(mistakes({})).toEqual([]);
});

test.each<[string, object, string[] | undefined, string]>([
  [
    'nothing is exported',
    { checks: undefined },
    undefined,
    'Write: export const exercise = defineExercise(',
  ],
  [
    'there are no checks',
    { checks: {}, refused: { difference: () => true }, ...words({ checks: {} }) },
    undefined,
    'would always pass',
  ],
  [
    'a call is no name',
    { probes: [call('sum()')] },
    undefined,
    'call("sum()", …) needs the name of a function',
  ],
  [
    'there are too many buffers',
    { probes: Array.from({ length: 33 }, () => call('sum', buffer('b', 1))) },
    undefined,
    'Its calls are given 33 buffers, and 32 are the most. Leave out 1 of them',
  ],
  [
    'a call has too many buffers',
    { probes: [call('sum', ...Array.from({ length: 9 }, () => buffer('b', 1)))] },
    undefined,
    'the recorder holds 8 of a call. Leave out 1 of them',
  ],
  [
    'an input is too long',
    { probes: [call('sum', buffer('b', 262_145))] },
    undefined,
    'An input has 262145 bytes, and 262144 are the most',
  ],
  [
    'there are too many calls',
    { probes: Array.from({ length: 513 }, () => call('sum')) },
    undefined,
    'It makes 513 calls; 512 are the most',
  ],
  [
    'a check has no words',
    words({ checks: {} }),
    undefined,
    'does not say what the check "value" asks for',
  ],
  [
    'a check’s line has a full stop',
    words({ checks: { value: 'Returns the sum.' } }),
    undefined,
    'Write: "value": "Returns the sum"',
  ],
  [
    'feedback is no sentence',
    words({ mistakes: { difference: { why: 'A difference', next: 'Add.' } } }),
    undefined,
    'Write: "A difference."',
  ],
  ['a file has no feedback', {}, ['difference', 'product'], 'Add to words.en.mistakes: "product"'],
  [
    'a file has nearly a name',
    {},
    ['difference', 'diference'],
    'Rename the file to: wrong/difference.js',
  ],
  ['feedback has no file', {}, [], 'Add: wrong/difference.js'],
  [
    'no check recognises it',
    { checks: { value: { judge } } },
    undefined,
    'No check recognises the mistake "difference"',
  ],
  [
    'two mistakes are told the same',
    {
      checks: { value: { judge, mistakes: { difference: () => true, product: () => true } } },
      ...words({ mistakes: { ...DIFFERENCE, product: DIFFERENCE.difference } }),
    },
    ['difference', 'product'],
    'The mistakes "difference" and "product" are told the same',
  ],
])('%s', (_, change, wrong, message) => {
  const found = mistakes(change, wrong);
  expect(found.join('\n')).toContain(message);
  expect(found).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { parseTask } from './exercise-task';

const HINTS = 'hints:\n  - "First."\n  - "Say `\\"a\\"`."\n  - "Third: last."';
const task = (head: string, body = 'Do it.') => `---\n${head}\n---\n\n${body}\n`;

test('title, hints and text', () => {
  expect(parseTask(task(`title: How many?\n${HINTS}`))).toEqual({
    kind: 'task',
    task: {
      title: 'How many?',
      hints: ['First.', 'Say `"a"`.', 'Third: last.'],
      body: 'Do it.',
    },
  });
  expect(parseTask(task(`title: "A: b"\n${HINTS}`).replaceAll('\n', '\r\n'))).toMatchObject({
    task: { title: 'A: b' },
  });
});

test.each([
  ['no frontmatter', 'Do it.', null, 'Write, for example:\n---\ntitle: Window'],
  [
    'a bare hint',
    task(`title: A\n${HINTS.replace('"First."', 'First: a')}`),
    4,
    'Write:   - "First: a"',
  ],
  [
    'a hint with a quote that does not end',
    task(`title: A\n${HINTS.replace('"First."', '"First')}`),
    4,
    'stands between double quotes',
  ],
  [
    'two hints',
    task('title: A\nhints:\n  - "a."\n  - "b."'),
    null,
    'three hints (where to look, what to use, nearly the answer), and this one has 2',
  ],
  ['four hints', task(`title: A\n${HINTS}\n  - "d."`), null, 'has 4'],
  [
    'an empty hint',
    task(`title: A\n${HINTS.replace('First.', '')}`),
    null,
    'A hint says something',
  ],
  [
    'hints on one line',
    task(`title: A\nhints: ["a."]\n  - "a."\n  - "b."\n  - "c."`),
    3,
    'Each hint stands on a line of its own',
  ],
  ['no title', task(HINTS), null, 'Write, for example: title: Window'],
  [
    'a title that YAML reads otherwise',
    task(`title: Pack: a record\n${HINTS}`),
    2,
    'Write: title: "Pack: a record"',
  ],
  [
    'a long title',
    task(`title: ${'x'.repeat(41)}\n${HINTS}`),
    null,
    'has 41 characters; 40 are the most',
  ],
  ['another field', task(`titel: A\ntitle: A\n${HINTS}`), 2, '"titel" is not a field of a task'],
  ['no text', task(`title: A\n${HINTS}`, ''), null, 'There is no task'],
])('%s is told with its correction', (_, text, line, message) => {
  const parsed = parseTask(text);
  const mistakes = parsed.kind === 'mistakes' ? parsed.mistakes : [];
  expect(mistakes.map((mistake) => mistake.message).join('\n')).toContain(message);
  expect(mistakes.map((mistake) => mistake.line)).toEqual([line]);
});

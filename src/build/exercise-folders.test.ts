import { expect, test } from 'vitest';
import {
  findExerciseMistakes,
  isSolution,
  mistakeOfFile,
  type ExerciseFolder,
} from './exercise-folders';

const TASK = '---\ntitle: Sum\nhints:\n  - "a."\n  - "b."\n  - "c."\n---\n\nAdd.';
const WHOLE = {
  'task.en.mdx': TASK,
  'start.js': 'x',
  'solution.js': 'x',
  'check.ts': 'x',
  'wrong/copy.js': 'x',
};

const folder = (files: Readonly<Record<string, string>>, name = 'sum'): ExerciseFolder => ({
  lesson: 'views',
  name,
  files: new Map(Object.entries(files)),
});
const mistakes = (files: Readonly<Record<string, string>>, name?: string) =>
  findExerciseMistakes([folder(files, name)]).map(
    ({ file, message }) => `${file.replace('src/lessons/views/exercises/', '')}: ${message}`,
  );
const without = (...names: (keyof typeof WHOLE)[]) =>
  Object.fromEntries(
    Object.entries(WHOLE).filter(([name]) => !names.some((each) => each === name)),
  );

test('a whole folder has no mistakes, with variants and translations too', () => {
  expect(
    mistakes({ ...WHOLE, 'solution.loop.js': 'x', 'wrong/copy.2.js': 'x', 'task.ko.mdx': TASK }),
  ).toEqual([]);
});

test.each([
  [
    without('task.en.mdx'),
    'sum/task.en.mdx: An exercise has task.en.mdx: what the reader is to do',
  ],
  [without('check.ts'), 'sum/check.ts: An exercise has check.ts'],
  [without('solution.js'), 'or run: npm run new:exercise'],
  [without('wrong/copy.js'), 'sum/wrong: An exercise knows at least one wrong answer'],
  [
    { ...WHOLE, 'soluton.js': 'x' },
    'sum/soluton.js: This file has no place in an exercise. Rename it to: solution.js',
  ],
  [
    { ...WHOLE, 'notes.txt': 'x' },
    'sum/notes.txt: This file has no place in an exercise, which has task.en.mdx, start.js',
  ],
  [
    { ...WHOLE, 'task.kr.mdx': TASK },
    'The languages are en and ko. Rename the file to: task.ko.mdx',
  ],
  [{ ...WHOLE, 'wrong/Off_by One.js': 'x' }, 'Rename the file to: wrong/off-by-one.js'],
  [{ ...WHOLE, 'start.js': '\n' }, 'sum/start.js: This file is empty'],
  [{ ...WHOLE, 'task.en.mdx': 'Add.' }, 'sum/task.en.mdx: A task begins with its title and hints.'],
])('%#: a mistake is told with its correction', (files, message) => {
  expect(mistakes(files).join('\n')).toContain(message);
  expect(mistakes(files)).toHaveLength(1);
});

test('a folder’s name is part of an address', () => {
  expect(mistakes(WHOLE, 'How Many?')).toEqual([
    'How Many?: An exercise’s name is lower-case letters, digits and hyphens. Rename the folder to: how-many',
  ]);
});

test('files say what they are by their names', () => {
  expect(
    ['solution.js', 'solution.loop.js', 'resolution.js', 'solution..js'].map(isSolution),
  ).toEqual([true, true, false, false]);
  expect(
    ['wrong/copy.js', 'wrong/to-the-end.set.js', 'copy.js', 'wrong/deep/copy.js'].map(
      mistakeOfFile,
    ),
  ).toEqual(['copy', 'to-the-end', null, null]);
});

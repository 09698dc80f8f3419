/**
 * Reads the exercise folders of all lessons and finds what is wrong in their shape: files that are missing, misnamed or
 * do not parse. What only a run can tell is the gate's (src/lessons/exercises.test.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../i18n/locale';
import { parseTask } from './exercise-task';
import type { Mistake } from './mistakes';
import { nearest } from './suggest';

export interface ExerciseFolder {
  readonly lesson: string;
  readonly name: string;
  /** Text by path inside the folder, with forward slashes: `wrong/copy.js`. */
  readonly files: ReadonlyMap<string, string>;
}

const LESSONS = 'src/lessons';

/** Reads every folder of `src/lessons/<slug>/exercises` under the project's root. */
export function readExerciseFolders(root: string): readonly ExerciseFolder[] {
  const lessons = join(root, LESSONS);
  return foldersIn(lessons).flatMap((lesson) => {
    const base = join(lessons, lesson, 'exercises');
    return foldersIn(base).map((name) => ({ lesson, name, files: readFiles(join(base, name)) }));
  });
}

const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    : [];

function readFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return new Map(
    files.map((file) => [
      file.slice(join(folder, '/').length).replaceAll('\\', '/'),
      readFileSync(file, 'utf8'),
    ]),
  );
}

/** The mistake a file of `wrong/` shows: `copy` for `wrong/copy.js` and for `wrong/copy.set.js`; null for other files. */
export function mistakeOfFile(path: string): string | null {
  return /^wrong\/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.[a-z0-9-]+)?\.js$/.exec(path)?.[1] ?? null;
}

/** `solution.js`, which readers are shown, and others that must pass: `solution.subarray.js`. */
export const isSolution = (path: string): boolean => /^solution(?:\.[a-z0-9-]+)?\.js$/.test(path);

const NEEDED = {
  'task.en.mdx': 'what the reader is to do, with three hints',
  'start.js': 'the code that the reader is given',
  'solution.js': 'the solution that the reader may see',
  'check.ts': 'the calls to make, and how they are judged',
} as const;

/** Every mistake in the shape of these folders, in the order of their names. */
export function findExerciseMistakes(folders: readonly ExerciseFolder[]): readonly Mistake[] {
  return folders.flatMap(findMistakesInFolder);
}

function findMistakesInFolder({ lesson, name, files }: ExerciseFolder): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const folder = `${LESSONS}/${lesson}/exercises/${name}`;
  const at = (path: string, message: string, line: number | null = null) =>
    mistakes.push({ file: `${folder}${path === '' ? '' : `/${path}`}`, line, message });

  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name !== plain)
    at(
      '',
      `An exercise’s name is lower-case letters, digits and hyphens. Rename the folder to: ${plain}`,
    );

  for (const [file, what] of Object.entries(NEEDED))
    if (!files.has(file))
      at(file, `An exercise has ${file}: ${what}. Add it, or run: npm run new:exercise`);
  if (![...files.keys()].some((path) => mistakeOfFile(path) !== null))
    at(
      'wrong',
      'An exercise knows at least one wrong answer and what to say to it. Add wrong/<mistake>.js, and words for it in check.ts.',
    );
  for (const [path, text] of files) {
    const locale = /^task\.(.+)\.mdx$/.exec(path)?.[1];
    if (locale !== undefined && !(LOCALES as readonly string[]).includes(locale))
      at(
        path,
        `The languages are ${LOCALES.join(' and ')}. Rename the file to: task.${nearest(locale, LOCALES) ?? 'en'}.mdx`,
      );
    else if (locale !== undefined) {
      const parsed = parseTask(text);
      if (parsed.kind === 'mistakes')
        for (const { message, line } of parsed.mistakes) at(path, message, line);
    } else if (!isExpectedFile(path)) at(path, sayUnexpected(path));
    else if (path.endsWith('.js') && text.trim() === '')
      at(
        path,
        'This file is empty: a reader’s code has at least a line. Write it, or delete the file.',
      );
  }
  return mistakes;
}

const isExpectedFile = (path: string): boolean =>
  path === 'start.js' || path === 'check.ts' || isSolution(path) || mistakeOfFile(path) !== null;

function sayUnexpected(path: string): string {
  if (path.startsWith('wrong/')) {
    const name = path.slice('wrong/'.length).replace(/\.js$/, '');
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^-|-$/g, '');
    return `A wrong answer is called after its mistake in check.ts: letters, digits and hyphens. Rename the file to: wrong/${plain}.js`;
  }
  const near = nearest(path, [...Object.keys(NEEDED), 'task.ko.mdx']);
  const all =
    'task.en.mdx, start.js, solution.js, solution.<name>.js, check.ts and wrong/<mistake>.js';
  return near === null
    ? `This file has no place in an exercise, which has ${all}.`
    : `This file has no place in an exercise. Rename it to: ${near}`;
}

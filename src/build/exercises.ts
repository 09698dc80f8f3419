/**
 * A lesson's exercises as pages and the gate see them: texts, code and checks. The files are read through Vite, so that
 * the dev server notices when one changes.
 */
import type { Exercise } from '../core/exercise/exercise';
import { LOCALES, type Locale } from '../i18n/locale';
import { findCheck } from '../lessons/checks';
import { isSolution, mistakeOfFile } from './exercise-folders';
import { parseTask, type TaskText } from './exercise-task';
import { ContentError } from './mistakes';
import { nearest } from './suggest';

export interface Code {
  /** `solution.subarray.js` */
  readonly file: string;
  /** Without the file's final line break. */
  readonly source: string;
}

export interface LoadedExercise {
  readonly lesson: string;
  readonly name: string;
  /** By language; English is always there. */
  readonly tasks: Readonly<Partial<Record<Locale, TaskText>>> & { readonly en: TaskText };
  readonly start: string;
  /** The first is the one that readers may see. */
  readonly solutions: readonly Code[];
  readonly wrong: readonly (Code & { readonly mistake: string })[];
  readonly exercise: Exercise;
}

const sources = import.meta.glob<string>('../lessons/*/exercises/*/**/*.{js,mdx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The names of a lesson's exercises, in alphabetical order. */
export function exerciseNames(lesson: string): readonly string[] {
  const prefix = `../lessons/${lesson}/exercises/`;
  const names = Object.keys(sources)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('/')[0] ?? '');
  return [...new Set(names)].toSorted();
}

/** One exercise by name. Throws a ContentError that names the file and the correction when there is none. */
export async function loadExercise(lesson: string, name: string): Promise<LoadedExercise> {
  const folder = `../lessons/${lesson}/exercises/${name}/`;
  const shown = `src/lessons/${lesson}/exercises/${name}`;
  const load = findCheck(lesson, name);
  if (load === null) throw new ContentError([unknown(lesson, name, shown)]);
  const files = new Map(
    Object.entries(sources)
      .filter(([path]) => path.startsWith(folder))
      .map(([path, text]) => [path.slice(folder.length), text.replace(/\r\n/g, '\n')]),
  );
  const codes = (is: (path: string) => boolean): readonly Code[] =>
    [...files]
      .filter(([path]) => is(path))
      .map(([file, text]) => ({ file, source: text.replace(/\n+$/, '') }))
      // The shortest name first: solution.js before its variants.
      .toSorted((a, b) => a.file.length - b.file.length || a.file.localeCompare(b.file));
  const task = (locale: Locale): TaskText | undefined => {
    const file = `task.${locale}.mdx`;
    const text = files.get(file);
    if (text === undefined) return undefined;
    const parsed = parseTask(text);
    if (parsed.kind === 'task') return parsed.task;
    throw new ContentError(parsed.mistakes.map((each) => ({ ...each, file: `${shown}/${file}` })));
  };
  const en = task('en');
  const [start] = codes((path) => path === 'start.js');
  if (en === undefined || start === undefined) {
    const file = `${shown}/${en === undefined ? 'task.en.mdx' : 'start.js'}`;
    const message = 'This file is missing. Add it, or run: npm run new:exercise';
    throw new ContentError([{ file, line: null, message }]);
  }
  const others = LOCALES.flatMap((locale) => {
    const text = task(locale);
    return text === undefined ? [] : [[locale, text] as const];
  });
  return {
    lesson,
    name,
    tasks: { ...Object.fromEntries(others), en },
    start: start.source,
    solutions: codes(isSolution),
    wrong: codes((path) => mistakeOfFile(path) !== null).map((code) => ({
      ...code,
      mistake: mistakeOfFile(code.file) ?? '',
    })),
    exercise: await load(),
  };
}

function unknown(lesson: string, name: string, shown: string) {
  const names = exerciseNames(lesson);
  const near = nearest(name, names);
  const message = names.includes(name)
    ? 'This exercise has no check.ts. Add it, or run: npm run new:exercise'
    : near === null
      ? `There is no such exercise. The lesson has: ${names.join(', ') || 'none yet'}.`
      : `There is no such exercise. Write: name="${near}"`;
  return { file: `${shown}/check.ts`, line: null, message };
}

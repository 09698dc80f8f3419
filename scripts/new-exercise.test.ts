import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test, vi } from 'vitest';
import { findCheckMistakes } from '../src/build/exercise-checks';
import {
  findExerciseMistakes,
  isSolution,
  mistakeOfFile,
  readExerciseFolders,
} from '../src/build/exercise-folders';
import { recordRun } from '../src/build/record';
import type { Exercise } from '../src/core/exercise/exercise';
import { judge } from '../src/core/exercise/judge';
import { namedMistake } from '../src/core/exercise/verdict';
import { root } from './lib/run.mjs';

vi.setConfig({ testTimeout: 60_000 });

/** A project with two lessons without exercises, for the generator to write into. */
function project(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-exercise-'));
  for (const lesson of ['views', 'signed'])
    mkdirSync(path.join(folder, 'src/lessons', lesson), { recursive: true });
  symlinkSync(path.join(root, 'src/core'), path.join(folder, 'src/core'));
  return folder;
}

const generate = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-exercise.ts', ...args, '--root', folder], {
    cwd: root,
    encoding: 'utf8',
  });

/** What a generated check.ts exports, with what it imports. */
async function importCheck(folder: string, lesson: string, name: string): Promise<Exercise> {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'src/lessons', lesson, 'exercises', name, 'check.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  const source = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript;base64,${source}`);
  return (module as { exercise: Exercise }).exercise;
}

describe.each([
  ['views', 'sum-bytes', 'Sum: all "bytes"'],
  ['signed', 'delete', undefined],
])('an exercise of %s called %s', (lesson, name, title) => {
  const folder = project();
  const result = generate(folder, lesson, name, ...(title === undefined ? [] : [title]));
  const [made] = readExerciseFolders(folder);
  const files = [...made!.files];

  test('is written, and the next step is said', () => {
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain(
      `put <Exercise name="${name}" /> into src/lessons/${lesson}/en.mdx`,
    );
    expect(result.stdout).toContain('npx vitest run src/lessons/exercises.test.ts');
    expect(made).toMatchObject({ lesson, name });
  });

  test('has nothing that the build would stop at', () => {
    expect(findExerciseMistakes(readExerciseFolders(folder))).toEqual([]);
  });

  test('is formatted', async () => {
    const options = await resolveConfig(path.join(root, 'package.json'));
    for (const [file, text] of files.filter(([each]) => !each.endsWith('.mdx')))
      expect(await format(text, { ...options, filepath: file }), file).toBe(text);
  });

  test('passes the gate as it is', async () => {
    const exercise = await importCheck(folder, lesson, name);
    const mistaken = files.flatMap(([file, source]) => {
      const mistake = mistakeOfFile(file);
      return mistake === null ? [] : [{ file, source, mistake }];
    });
    const text = { title: '', hints: ['', '', ''], body: '' } as const;
    const loaded = { lesson, name, tasks: { en: text }, start: '', solutions: [], exercise };
    expect(findCheckMistakes({ ...loaded, wrong: mistaken })).toEqual([]);

    for (const [file, source] of files.filter(([each]) => each.endsWith('.js'))) {
      const run = await recordRun({
        source,
        fileName: file,
        goal: 'module',
        probes: exercise.probes,
      });
      const verdict = judge(exercise, run, run.lateErrors);
      expect(verdict.refusal, file).toBeNull();
      expect(verdict.passed, file).toBe(isSolution(file));
      expect(namedMistake(verdict), file).toBe(mistakeOfFile(file));
    }
  });
});

test.each([
  [[], 'An exercise needs a lesson'],
  [['vews', 'sum'], 'There is no lesson "vews". The lessons are: signed, views.'],
  [['views'], 'An exercise needs a name'],
  [['views', 'Sum Bytes'], 'is not a name'],
  [['views', 'sum', 'x'.repeat(41)], 'has 41 characters'],
  [['views', 'sum', ' '], 'The title is empty'],
  [['views', 'sum', '--draft'], 'Usage:'],
])('%o is refused in a sentence, and nothing is written', (args, sentence) => {
  const folder = project();
  const result = generate(folder, ...args);
  expect(result.status).toBe(1);
  expect(result.stderr).toContain(sentence);
  expect(readdirSync(path.join(folder, 'src/lessons/views'))).toEqual([]);
});

test('an exercise that exists is never overwritten', () => {
  const folder = project();
  generate(folder, 'views', 'sum');
  const again = generate(folder, 'views', 'sum', 'Another');
  expect(again.stderr).toContain('The lesson "views" has an exercise "sum" already.');
});

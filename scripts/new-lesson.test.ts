import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findLessonMistakes, readLessonFolders } from '../src/build/lesson-folders';
import { findPlacementMistake, lessonSchema } from '../src/build/lesson-schema';
import { recordRun } from '../src/build/record';
import type { LessonExpectation } from '../src/lessons/expectation';
import { root } from './lib/run.mjs';

/** A project with no lessons, for the generator to write into. */
function emptyProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-lesson-'));
  mkdirSync(path.join(folder, 'src/lessons'), { recursive: true });
  return folder;
}

const generate = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-lesson.ts', ...args, '--root', folder], {
    cwd: root,
    encoding: 'utf8',
  });

/** The `key: value` lines at the head of an MDX file. */
function frontmatterOf(mdx: string): Record<string, unknown> {
  const head = /^---\n([\s\S]*?)\n---/.exec(mdx)?.[1] ?? '';
  return Object.fromEntries(
    head.split('\n').map((line) => {
      const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
      return [key, /^(?:".*"|\d+|true|false)$/.test(value) ? JSON.parse(value) : value];
    }),
  );
}

describe.each([
  ['a lesson on the map', ['floats', 'Beyond 32 bits']],
  ['a lesson on the map, without a title', ['floats']],
  ['a lesson of one’s own', ['bit-flags', 'Flags: "many" booleans in a byte']],
  ['a lesson in a chapter', ['tar', 'Inside a tar file', '--chapter', 'files']],
])('%s', (_, args) => {
  const folder = emptyProject();
  const result = generate(folder, ...args);
  const slug = args[0]!;
  const read = (file: string) => readFileSync(path.join(folder, 'src/lessons', slug, file), 'utf8');

  test('is written, and the next step is said', () => {
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain(`/lessons/${slug}/`);
  });

  test('has nothing that the build would stop at', () => {
    expect(findLessonMistakes(readLessonFolders(folder))).toEqual([]);
    const data = lessonSchema.parse(frontmatterOf(read('en.mdx')));
    expect(data.draft).toBe(true);
    expect(findPlacementMistake(slug, data, new Set([slug]))).toBeNull();
  });

  test('has a snippet that does what its expectation says', async () => {
    const file = pathToFileURL(path.join(folder, 'src/lessons', slug, 'expected.ts')).href;
    const { expected } = (await import(/* @vite-ignore */ file)) as { expected: LessonExpectation };
    for (const [name, promise] of Object.entries(expected.snippets)) {
      const source = read(`snippets/${name}.js`);
      const run = await recordRun({ source, fileName: `${name}.js`, goal: 'module', html: null });
      expect(run.outcome.kind).toBe('finished');
      const printed = run.console.map(({ line, values }) => {
        const texts = values.map((value) => (value.kind === 'primitive' ? value.text : '?'));
        return `${line}: ${texts.join(' ')}`;
      });
      expect(printed).toEqual(promise.prints);
      const bytes = [...run.memory.buffers[0]!.bytes].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      expect(bytes.join(' ')).toBe(promise.leaves['buffer']);
    }
  });
});

test.each([
  [[], 'needs a slug'],
  [['Bad Slug', 'x'], 'is not a slug'],
  [['own'], 'needs a title'],
  [['own', 'x'.repeat(61)], 'has 61 characters'],
  [['own', 'Own', '--chapter', 'nope'], 'The chapters are: containers'],
  [['own', 'Own', '--draft'], 'Usage:'],
])('%o is refused in a sentence, and nothing is written', (args, sentence) => {
  const folder = emptyProject();
  const result = generate(folder, ...args);
  expect(result.status).toBe(1);
  expect(result.stderr).toContain(sentence);
  expect(readdirSync(path.join(folder, 'src/lessons'))).toEqual([]);
});

test('a lesson that exists is never overwritten', () => {
  const folder = emptyProject();
  generate(folder, 'own', 'Own');
  const again = generate(folder, 'own', 'Another');
  expect(again.stderr).toContain('There is a lesson "own" already.');
});

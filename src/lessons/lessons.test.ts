/**
 * The content gate: every snippet of every lesson runs, prints what its lesson's `expected.ts` says, and leaves those
 * bytes; every line that prose quotes was printed; every figure that prose types is computed again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { recordRun } from '../build/record';
import { loadSnippet, snippetNames } from '../build/snippets';
import { entryText } from '../components/bench/console/preview-text';
import type { BufferState, MemoryState } from '../core/trace/memory-state';
import type { Run } from '../core/trace/run';
import type { Edit, Gate, LessonExpectation } from './expectation';

// A run is a Worker of its own, and the first of them waits until the realm is bundled.
vi.setConfig({ testTimeout: 60_000 });

const here = fileURLToPath(new URL('.', import.meta.url));
const slugs = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted();

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

const run = (source: string, fileName: string) =>
  recordRun({ source, fileName, goal: 'module', html: null });

async function runOf(lesson: string, name: string): Promise<Run> {
  const snippet = await loadSnippet(lesson, name);
  if (snippet.run === null)
    throw new Error(
      `${name}.js runs on a page, which this gate does not have. List it in onPage, and type what it prints.`,
    );
  return snippet.run;
}

/** One row for each time a call was made: a repeated call counts as often as it was made. */
const rowsOf = ({ console: entries }: Run) =>
  entries.flatMap((entry) =>
    Array.from({ length: entry.count }, () => ({ line: entry.line, text: entryText(entry) })),
  );

function bufferNamed(memory: MemoryState, name: string): BufferState {
  const found = memory.buffers.filter((buffer) => buffer.name === name);
  expect(
    found,
    `buffers named ${name} among ${memory.buffers.map((buffer) => buffer.name ?? '?').join(', ')}`,
  ).toHaveLength(1);
  return found[0] as BufferState;
}

const viewsOf = ({ buffers, views }: MemoryState) =>
  views
    .filter((view) => view.name !== null)
    .map((view) => {
      const owner = buffers.find((buffer) => buffer.id === view.bufferId)?.name ?? '?';
      const end = view.byteOffset + view.byteLength;
      return `${String(view.name)}: ${view.kind} ${owner}[${String(view.byteOffset)}..${String(end)})`;
    });

function outcomeOf({ outcome }: Run): string {
  if (outcome.kind === 'threw') return `${outcome.error.name}, line ${String(outcome.error.line)}`;
  return outcome.kind === 'stopped' ? `stopped by the ${outcome.by}` : outcome.kind;
}

function editOnce(source: string, { find, put }: Edit): string {
  expect(source.split(find), `"${find}" stands once in the snippet`).toHaveLength(2);
  return source.replace(find, () => put);
}

/** What `<Output>`, `<ErrorOutput>` and `<Bench>` name in a lesson's prose. */
function quotesIn(mdx: string) {
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}=(?:"([^"]*)"|\\{(\\d+)\\})`).exec(tag)?.slice(1).find(Boolean) ?? null;
  return [...mdx.matchAll(/<(Output|ErrorOutput|Bench)\b[^>]*>/g)].map(([tag, component]) => ({
    tag,
    component,
    snippet: attribute(tag, 'snippet') ?? '',
    line: Number(attribute(tag, 'line')),
    call: Number(attribute(tag, 'call') ?? '1'),
  }));
}

/** Bytes that prose types out: inline code of nothing but two-digit uppercase hex. */
const typedBytes = (mdx: string) =>
  [...mdx.matchAll(/`([0-9A-F]{2}(?: [0-9A-F]{2})*)`/g)].map(([, bytes = '']) => bytes);

/** What a text says the same in every language. */
const numbersIn = (text: string) => text.match(/[−-]?\d+(?:[.,]\d+)*/g) ?? [];
const codeIn = (text: string) => text.match(/`[^`]+`/g) ?? [];

test('there is a lesson to check', () => {
  expect(slugs).toContain('views');
});

for (const slug of slugs) {
  const folder = `${here}${slug}/`;
  const names = snippetNames(slug);
  const locales = readdirSync(folder).filter((file) => file.endsWith('.mdx'));

  const gate: Gate = {
    print: async (source) => rowsOf(await run(source, 'claim.js')).map(({ text }) => text),
    bytes: async (snippet, from, to, edit) => {
      const done = edit
        ? await run(editOnce((await loadSnippet(slug, snippet)).source, edit), `${snippet}.js`)
        : await runOf(slug, snippet);
      return hex(bufferNamed(done.memory, 'buffer').bytes.subarray(from, to));
    },
  };

  describe(`lesson ${slug}`, async () => {
    if (!existsSync(`${folder}expected.ts`)) {
      test('has an expected.ts', () => {
        throw new Error(
          `src/lessons/${slug}/expected.ts is missing: it lists what each snippet prints and leaves. Write: ` +
            'export const expected: LessonExpectation = { seeds: [], snippets: {}, claims: [] };',
        );
      });
      return;
    }
    const { expected } = (await import(`./${slug}/expected.ts`)) as {
      expected: LessonExpectation;
    };

    test('lists what each of its snippets does, and no others', async () => {
      const onPage: string[] = [];
      for (const name of names) {
        if ((await loadSnippet(slug, name)).meta.realm === 'page') onPage.push(name);
      }
      expect(Object.keys(expected.onPage ?? {}).toSorted()).toEqual(onPage);
      const inWorkers = names.filter((name) => !onPage.includes(name));
      expect(Object.keys(expected.snippets).toSorted()).toEqual(inWorkers);
    });

    test('carries its samples of the 2015 post', async () => {
      const carried: string[] = [];
      // One after the other: each is a Worker, and dozens at once starve each other on a small machine.
      for (const name of names) {
        const { meta } = await loadSnippet(slug, name);
        if (meta.seed !== null) carried.push(meta.seed);
      }
      expect(carried.toSorted()).toEqual(expected.seeds.toSorted());
    });

    test.each(Object.entries(expected.snippets))(
      'snippet %s prints, leaves and ends as promised',
      async (name, promise) => {
        const done = await runOf(slug, name);
        expect(outcomeOf(done)).toBe(promise.throws ?? 'finished');
        expect(rowsOf(done).map(({ line, text }) => `${String(line)}: ${text}`)).toEqual(
          promise.prints,
        );
        expect(done.omittedConsole).toBe(0);
        for (const [buffer, bytes] of Object.entries(promise.leaves))
          expect(hex(bufferNamed(done.memory, buffer).bytes), buffer).toBe(bytes);
        expect(viewsOf(done.memory)).toEqual(promise.views);
      },
    );

    describe.each(locales)('%s', (file) => {
      const mdx = readFileSync(`${folder}${file}`, 'utf8');

      test('shows every snippet on a bench, once', () => {
        const benches = quotesIn(mdx).filter(({ component }) => component === 'Bench');
        expect(benches.map(({ snippet }) => snippet).toSorted()).toEqual(names);
      });

      test('quotes only lines that printed something', async () => {
        for (const { tag, snippet, line, call } of quotesIn(mdx).filter(
          ({ component }) => component === 'Output',
        )) {
          expect(names, tag).toContain(snippet);
          const printed = rowsOf(await runOf(slug, snippet)).filter((row) => row.line === line);
          expect(printed.length, tag).toBeGreaterThanOrEqual(call);
        }
      });

      test('quotes errors only of snippets that end in one', async () => {
        for (const { tag, snippet } of quotesIn(mdx).filter(
          ({ component }) => component === 'ErrorOutput',
        ))
          expect((await runOf(slug, snippet)).outcome.kind, tag).toBe('threw');
      });

      test('types no bytes that are not a claim', () => {
        const claimed = expected.claims.map(({ says }) => says).join('\n');
        for (const bytes of typedBytes(mdx)) expect(claimed).toContain(`\`${bytes}\``);
      });

      test.each(expected.claims)('says $says', async ({ says, ko = says, computed }) => {
        const words = file === 'ko.mdx' ? ko : says;
        expect(mdx.replace(/\s+/g, ' ').includes(words), `${file} says "${words}"`).toBe(true);
        const found = await computed(gate);
        expect(found).not.toBe('');
        if (words === says) expect(words).toContain(found);
        else {
          expect(numbersIn(words)).toEqual(expect.arrayContaining([...numbersIn(found)]));
          expect(codeIn(words)).toEqual(expect.arrayContaining([...codeIn(found)]));
        }
      });
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { Snippet } from '../../build/snippets';
import { DEFAULT_SNIPPET_META } from '../../build/snippet-meta';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import type { Outcome, Run } from '../../core/trace/run';
import { printedAt, thrownBy } from './printed';

const entry = (line: number, ...values: string[]): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values: values.map((text) => ({ kind: 'primitive', type: 'number', text })),
  depth: 0,
  line,
  count: 1,
  step: 0,
  lastStep: 0,
  stack: [],
});
const run = (console: readonly ConsoleEntry[], outcome: Outcome = { kind: 'finished' }): Run => ({
  runId: '1',
  source: '',
  outcome,
  console,
  omittedConsole: 0,
  memory: EMPTY_MEMORY,
  trace: null,
  durationMs: 1,
});
const snippet = (recorded: Run | null): Snippet => ({
  lesson: 'views',
  name: 'sizes',
  source: '',
  fileName: 'sizes.js',
  meta: DEFAULT_SNIPPET_META,
  server: null,
  run: recorded,
});

describe('quoting what a line printed', () => {
  const sizes = snippet(run([entry(4, '20', '5'), entry(6, '1'), entry(6, '2')]));

  it('prints every value of the call, or one of them', () => {
    expect(printedAt(sizes, { line: 4 })).toBe('20 5');
    expect(printedAt(sizes, { line: 4, value: 2 })).toBe('5');
    expect(printedAt(sizes, { line: 6, call: 2 })).toBe('2');
  });

  it('counts calls, also where equal ones in a row are one entry', () => {
    const twice = snippet(run([{ ...entry(6, '1'), count: 2 }, entry(6, '2')]));
    expect(printedAt(twice, { line: 6, call: 2 })).toBe('1');
    expect(printedAt(twice, { line: 6, call: 3 })).toBe('2');
    expect(() => printedAt(twice, { line: 6, call: 4 })).toThrow('Line 6 prints 3 times');
  });

  it('says which lines print', () => {
    expect(() => printedAt(sizes, { line: 5 })).toThrow(
      'src/lessons/views/snippets/sizes.js: Line 5 prints nothing. Lines that print: 4, 6.',
    );
  });

  it('asks which call when there are several', () => {
    expect(() => printedAt(sizes, { line: 6 })).toThrow('line={6} call={1}');
  });

  it('refuses to quote what the build cannot run', () => {
    expect(() => printedAt(snippet(null), { line: 1 })).toThrow('the build has no recording');
  });
});

it('quotes the error that ended a run, and only such a one', () => {
  const error = { name: 'RangeError', message: 'no', line: 1, column: 1, origin: 'throw' } as const;
  expect(thrownBy(snippet(run([], { kind: 'threw', error })))).toMatchObject({
    name: 'RangeError',
  });
  expect(() => thrownBy(snippet(run([])))).toThrow('did not end with an error');
});

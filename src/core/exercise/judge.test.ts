import { expect, test, vi } from 'vitest';
import { recordRun, type RecordedRun } from '../../build/record';
import type { Run } from '../trace/run';
import { none, only } from './access-rules';
import { defineExercise, everyCall } from './exercise';
import { buffer, call } from './inputs';
import { countsAsSolved, judge } from './judge';
import { firstFailed, namedMistake } from './verdict';
import { allocations, writes } from './pattern';
import { leaves } from './result-rules';

vi.setConfig({ testTimeout: 60_000 });

const exercise = defineExercise({
  probes: [call('fill', buffer('target', 3)), call('fill', buffer('target', 5))],
  checks: {
    bytes: {
      judge: everyCall(leaves(0, (target) => (target as Uint8Array).map((_, i) => i))),
      mistakes: { ones: ({ problem }) => problem.kind === 'bytes' && problem.found[0] === 1 },
    },
    memory: { judge: everyCall(none(allocations())) },
    once: {
      judge: everyCall(
        only(({ args: [target] }) =>
          Array.from({ length: (target as Uint8Array).length }, (_, start) =>
            writes({ range: { start, end: start + 1 } }),
          ),
        ),
      ),
    },
  },
  refused: { endless: ({ kind }) => kind === 'stopped' },
  words: {
    en: {
      checks: { bytes: 'Counts', memory: 'Makes no memory', once: 'Writes each byte once' },
      mistakes: {
        ones: { why: 'It begins with one.', next: 'Begin with 0.' },
        endless: { why: 'It never ends.', next: 'End it.' },
      },
    },
  },
});

const GOOD = `function fill(target) {
  const bytes = new Uint8Array(target);
  for (let i = 0; i < bytes.length; i++) bytes[i] = i;
}`;

const run = (source: string, more = {}): Promise<RecordedRun> =>
  recordRun({ source, fileName: 'fill.js', goal: 'module', probes: exercise.probes, ...more });

test('an attempt that does all that is asked passes', async () => {
  const verdict = judge(exercise, await run(GOOD));
  expect(verdict.checks.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'bytes passed',
    'memory passed',
    'once passed',
  ]);
  expect(verdict.passed).toBe(true);
});

test('a failed check says which call, which bytes, which line, and what the slip is called', async () => {
  const verdict = judge(exercise, await run(GOOD.replace('= i;', '= i + 1;')));
  expect(verdict.passed).toBe(false);
  expect(firstFailed(verdict)).toMatchObject({
    id: 'bytes',
    feedback: {
      problem: { kind: 'bytes', differing: [0, 1, 2], of: { input: 0 } },
      mistake: 'ones',
      call: 'fill(ArrayBuffer(3))',
      spot: { line: 3, step: 1, bufferId: 0, byteOffset: 0 },
    },
  });
  expect(namedMistake(verdict)).toBe('ones');
});

test('how it was done is judged by the trace', async () => {
  const verdict = judge(
    exercise,
    await run(
      'function fill(target) { const a = new Uint8Array(target), b = a.slice(); b.forEach((_, i) => { a[i] = 9; a[i] = i; }); }',
    ),
  );
  expect(verdict.checks.map(({ state }) => state)).toEqual(['passed', 'failed', 'failed']);
  expect(verdict.checks[1]?.feedback?.problem).toMatchObject({
    rule: 'none',
    extra: { kind: 'alloc', byteLength: 3, line: 1 },
  });
});

test('an exercise without checks is not passed', async () => {
  expect(judge({ ...exercise, checks: {} }, await run(GOOD)).passed).toBe(false);
});

const passing = await run(GOOD);
const error = { name: 'Error', message: 'x', line: 1, column: 1, origin: 'throw' } as const;
const probes = passing.probes ?? [];

/** Each is a run in which every check would pass, but for one thing. */
test.each<[string, Partial<Run>, string]>([
  ['threw', { outcome: { kind: 'threw', error } }, 'threw'],
  ['was stopped by the guard', { outcome: { kind: 'stopped', by: 'guard', line: 1 } }, 'stopped'],
  ['fell silent', { outcome: { kind: 'stopped', by: 'watchdog', line: null } }, 'stopped'],
  [
    'was stopped by the reader',
    { outcome: { kind: 'stopped', by: 'reader', line: null } },
    'stopped',
  ],
  ['lost messages', { outcome: { kind: 'lost', reason: 'Too much.' } }, 'lost'],
  ['has no recording', { trace: null }, 'incomplete'],
  ['has no results', { probes: null }, 'incomplete'],
  ['lacks a result', { probes: probes.slice(0, 1) }, 'incomplete'],
  ['has a result too many', { probes: [...probes, ...probes] }, 'incomplete'],
  ['lacks steps', { trace: { ...passing.trace!, steps: 3 } }, 'incomplete'],
  ['lacks buffers', { trace: { ...passing.trace!, buffers: [] } }, 'incomplete'],
  ['has results in another order', { probes: probes.toReversed() }, 'incomplete'],
  ['was recorded from a later step', { trace: { ...passing.trace!, skipped: 2 } }, 'incomplete'],
])('a run that %s is not judged', (_, change, kind) => {
  const verdict = judge(exercise, { ...passing, ...change });
  expect(verdict.passed).toBe(false);
  expect(verdict.refusal?.kind).toBe(kind);
  expect(verdict.checks.every(({ state }) => state === 'open')).toBe(true);
});

test('an error that nobody caught is a crash', async () => {
  const late = await run(`${GOOD}\nsetTimeout(() => { throw new Error('later'); });`);
  expect(judge(exercise, late, late.lateErrors)).toMatchObject({
    passed: false,
    refusal: { kind: 'uncaught', error: { message: 'later' } },
  });
});

test('a program that never ends is known, and the call is named', async () => {
  const stuck = await run('function fill(target) { while (target) {} }', { guardMs: 100 });
  expect(judge(exercise, stuck)).toMatchObject({
    passed: false,
    mistake: 'endless',
    refusal: { kind: 'stopped', line: 1, during: 'fill(ArrayBuffer(3))' },
  });
});

test('a recording that reached its cap is judged by what its totals can tell', async () => {
  const capped = await run(GOOD, { maxSteps: 4 });
  expect(capped.trace?.unrecorded).toBe(4);
  const verdict = judge(exercise, capped);
  // Bytes and allocations are exact. That each byte was written once cannot be told.
  expect(verdict.checks.map(({ state }) => state)).toEqual(['passed', 'passed', 'failed']);
  expect(verdict.checks[2]?.feedback?.problem.kind).toBe('capped');
});

test('solved is only what the reader has changed', async () => {
  const verdict = judge(exercise, await run(GOOD));
  const given = { start: 'function fill() {}', shown: [] };
  expect(countsAsSolved(verdict, { source: GOOD }, given)).toBe(true);
  expect(countsAsSolved(verdict, { source: `${GOOD}  \r\n` }, { ...given, start: GOOD })).toBe(
    false,
  );
  expect(countsAsSolved(verdict, { source: GOOD }, { ...given, shown: [`${GOOD}\n`] })).toBe(false);
  const spaced = `\n${GOOD.replaceAll('\n', ' \n\n')}`;
  expect(countsAsSolved(verdict, { source: spaced }, { ...given, shown: [GOOD] })).toBe(false);
  expect(countsAsSolved({ ...verdict, passed: false }, { source: GOOD }, given)).toBe(false);
});

test('a long stretch of blanks is compared too', async () => {
  const verdict = judge(exercise, await run(GOOD));
  const source = `${GOOD} /*${' '.repeat(400_000)}*/`;
  expect(countsAsSolved(verdict, { source }, { start: 'x', shown: [] })).toBe(true);
});

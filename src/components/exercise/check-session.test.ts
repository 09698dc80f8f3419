import { beforeEach, describe, expect, test } from 'vitest';
import { call, defineExercise, everyCall, returns } from '../../core/exercise';
import { countsAsSolved, judge } from '../../core/exercise/judge';
import type { ProbeResult } from '../../core/exercise/probe';
import type { ProgressMark } from '../../core/progress/mark';
import { feedbackWords, refusalWords } from '../../i18n/exercise';
import { EMPTY_MEMORY } from '../../core/trace/memory-state';
import type { ErrorReport, Run } from '../../core/trace/run';
import { Recording } from '../../core/trace/step-trace.fixture';
import type { Program, RunListener, Sandbox } from '../../sandbox';
import { BenchRun } from '../bench/bench-run';
import { fakeStorage, type FakeStorage } from '../bench/fake-storage';
import { attemptShelf } from './attempt-shelf';
import { CheckSession } from './check-session';

const exercise = defineExercise({
  probes: [call('one')],
  checks: { one: { judge: everyCall(returns(1)) } },
  words: { en: { checks: { one: 'Returns 1' }, mistakes: {} } },
});

const mark = { steps: 0, buffers: 0, views: 0, omitted: 0, counts: null };
const gave = (text: string): ProbeResult => ({
  outcome: {
    kind: 'returned',
    value: { kind: 'primitive', type: 'number', text },
    bytes: null,
    viewId: null,
  },
  inputs: [],
  from: mark,
  to: mark,
});

let disk: FakeStorage;
let runs: { program: Program; listener: RunListener }[];
let benchRun: BenchRun;
let reported: string[];
let load: () => Promise<typeof exercise>;
let session: CheckSession;

function newSession(): CheckSession {
  const made = new CheckSession({
    lesson: 'views',
    name: 'one',
    start: 'start',
    load: async () => ({
      exercise: await load(),
      judge,
      countsAsSolved,
      feedbackWords,
      refusalWords,
    }),
    shelf: () => attemptShelf(disk, () => 5),
    benchRun,
    report: (told: ProgressMark) => {
      if (told.kind === 'exercise') reported.push(`${told.lesson}/${told.id} ${told.state}`);
    },
  });
  made.open();
  return made;
}

beforeEach(() => {
  disk = fakeStorage();
  runs = [];
  reported = [];
  const sandbox: Sandbox = {
    warm: () => undefined,
    prepare: () => () => undefined,
    dispose: () => undefined,
    run: (program, listener) => {
      runs.push({ program, listener });
      return {
        runId: String(runs.length),
        stop: () => undefined,
        poke: () => undefined,
        setConditions: () => undefined,
        disconnect: () => undefined,
        setControl: () => undefined,
        dispose: () => undefined,
      };
    },
  };
  benchRun = new BenchRun(() => sandbox, null);
  load = () => Promise.resolve(exercise);
  session = newSession();
});

const program = (source: string): Program => ({
  source,
  fileName: 'one.js',
  realm: 'worker',
  goal: 'module',
  html: null,
  record: 'full',
  recordFrom: 0,
  guardMs: 2000,
});
const check = (source: string) =>
  session.check((probes) => benchRun.start({ ...program(source), probes }));

function settle(results: readonly ProbeResult[] | null, change: Partial<Run> = {}): void {
  const last = runs.at(-1);
  last?.listener.settled({
    runId: `run ${runs.length}`,
    source: last.program.source,
    outcome: { kind: 'finished' },
    console: [],
    omittedConsole: 0,
    memory: EMPTY_MEMORY,
    trace: new Recording().trace(),
    durationMs: 1,
    probes: results,
    ...change,
  });
}
const results = () => session.state.log.attempts.map(({ source, result }) => `${source} ${result}`);
const late: ErrorReport = {
  name: 'Error',
  message: 'late',
  line: 1,
  column: 1,
  origin: 'rejection',
};

describe('an exercise’s check', () => {
  test('makes the calls, judges them, keeps the attempt and reports it', async () => {
    const under = check('wrong');
    expect(session.state.checking).toBe(true);
    await under;
    expect(runs[0]?.program.probes).toBe(exercise.probes);
    expect(session.state.checking).toBe(true);
    settle([gave('2')]);
    expect(session.state).toMatchObject({ checking: false, checked: { result: 'failed' } });
    expect(session.state.log.attempts).toEqual([
      { source: 'wrong', at: 5, result: 'failed', passed: 0, of: 1 },
    ]);
    expect(reported).toEqual(['views/one tried']);
  });

  test('own code that passes solves it, and another page knows', async () => {
    await check('mine');
    settle([gave('1')]);
    expect(results()).toEqual(['mine solved']);
    expect(reported).toEqual(['views/one solved']);
    session = newSession();
    expect(results()).toEqual(['mine solved']);
  });

  test.each(['start', 'start  \n', 'shown'])(
    'the code %j is nobody’s own: it does not solve it',
    async (source) => {
      session.see('shown');
      await check(source);
      settle([gave('1')]);
      expect(session.state.checked?.result).toBe('passed');
      expect(reported).toEqual(['views/one seen', 'views/one seen']);
    },
  );

  test('a solution that another tab has shown is none here either', async () => {
    newSession().see('shown');
    await check('shown');
    settle([gave('1')]);
    expect(session.state.checked?.result).toBe('passed');
  });

  test.each<[string, readonly ProbeResult[] | null, Partial<Run>]>([
    ['stopped', null, { outcome: { kind: 'stopped', by: 'guard', line: 1 } }],
    ['lost', null, { outcome: { kind: 'lost', reason: 'No answer.' } }],
    ['without its results', null, {}],
    ['with more results than calls', [gave('1'), gave('1')], {}],
    ['with marks that its recording lacks', [{ ...gave('1'), to: { ...mark, steps: 9 } }], {}],
  ])('a run that was %s is not judged', async (_, probes, change) => {
    await check('mine');
    settle(probes, change);
    expect(session.state.checked).toMatchObject({ result: 'refused', verdict: { passed: false } });
    expect(reported).toEqual(['views/one tried']);
  });

  test('an error that nobody caught is part of the attempt, before the end and after it', async () => {
    await check('mine');
    runs[0]?.listener.error?.(late);
    settle([gave('1')]);
    expect(session.state.checked?.verdict.refusal?.kind).toBe('uncaught');

    await check('other');
    settle([gave('1')]);
    expect(session.state.checked?.verdict.passed).toBe(true);
    runs[1]?.listener.error?.(late);
    expect(session.state.checked?.verdict.refusal?.kind).toBe('uncaught');
  });

  test('a plain run is no attempt, also right behind a check', async () => {
    await check('mine');
    benchRun.start(program('mine'));
    settle(null);
    expect(session.state).toMatchObject({ checking: false, checked: null });
    expect(session.state.log.attempts).toEqual([]);
    expect(reported).toEqual([]);
  });

  test('checks that do not load are told, and asked for again', async () => {
    load = () => Promise.reject(new Error('offline'));
    await check('mine');
    expect(session.state).toMatchObject({ unloaded: true, checking: false });
    expect(runs).toEqual([]);
    load = () => Promise.resolve(exercise);
    await check('mine');
    settle([gave('1')]);
    expect(session.state).toMatchObject({ unloaded: false, checked: { result: 'solved' } });
  });

  test('attempts that cannot be kept are there as long as the page is, and it says so', async () => {
    disk.limit = 0;
    for (const source of ['a', 'b']) {
      await check(source);
      settle([gave('2')]);
    }
    expect(results()).toEqual(['b failed', 'a failed']);
    expect(session.state.unsaved).toBe('full');
  });

  test('attempts that found no room are kept with the next one that does', async () => {
    disk.limit = 0;
    await check('a');
    settle([gave('2')]);
    session.see('shown');
    disk.limit = Infinity;
    await check('b');
    settle([gave('2')]);
    expect(session.state.unsaved).toBeNull();
    session = newSession();
    expect(results()).toEqual(['b failed', 'a failed']);
    expect(session.state.log.shown).toEqual(['shown']);
  });

  test('to close the note on what could not be kept is not to give it up', async () => {
    disk.limit = 0;
    await check('a');
    settle([gave('2')]);
    session.dismiss('unsaved');
    session.hear();
    expect(results()).toEqual(['a failed']);
  });
});

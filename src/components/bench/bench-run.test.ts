import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../../core/trace/memory-state';
import type { Run } from '../../core/trace/run';
import type { Program, RunHandle, RunListener, Sandbox } from '../../sandbox';
import { BenchRun, isMemoryOld, SHOW_RUNNING_AFTER_MS, shownFromRun } from './bench-run';

const program: Program = {
  source: 'x',
  fileName: 'x.js',
  realm: 'worker',
  goal: 'module',
  html: null,
  record: 'full',
  recordFrom: 0,
  guardMs: 2000,
};
const entry = (text: string): ConsoleEntry => ({
  kind: 'values',
  level: 'log',
  values: [{ kind: 'string', text, omitted: 0 }],
  depth: 0,
  line: 1,
  count: 1,
  step: 0,
  lastStep: 0,
  stack: [],
});
const memory = (omittedBuffers: number): MemoryState => ({ ...EMPTY_MEMORY, omittedBuffers });
const run = (change: Partial<Run> = {}): Run => ({
  runId: '1',
  source: 'x',
  outcome: { kind: 'finished' },
  console: [],
  omittedConsole: 0,
  memory: EMPTY_MEMORY,
  trace: null,
  durationMs: 3,
  ...change,
});

/** A sandbox that does what the test says. */
function fakeSandbox() {
  const runs: { listener: RunListener; stopped: boolean; disposed: boolean }[] = [];
  const sandbox: Sandbox = {
    warm: () => undefined,
    dispose: () => undefined,
    run: (_program, listener): RunHandle => {
      const record = { listener, stopped: false, disposed: false };
      runs.push(record);
      return {
        runId: String(runs.length),
        stop: () => {
          record.stopped = true;
        },
        poke: () => undefined,
        dispose: () => {
          record.disposed = true;
        },
      };
    },
  };
  return { sandbox, runs };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a bench’s run', () => {
  test('shows the recorded run until the reader runs the code', () => {
    const recorded = shownFromRun(run({ memory: memory(7) }), true, 2000);
    expect(new BenchRun(() => fakeSandbox().sandbox, recorded).state).toEqual({
      shown: recorded,
      running: false,
      showRunning: false,
      awaitingMemory: false,
      stepping: null,
    });
  });

  test('a short run never flickers: nothing says running until 150 ms have passed', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    vi.advanceTimersByTime(SHOW_RUNNING_AFTER_MS - 1);
    expect(bench.state).toMatchObject({ running: true, showRunning: false });
    runs[0]?.listener.settled(run());
    vi.advanceTimersByTime(1000);
    expect(bench.state).toMatchObject({ running: false, showRunning: false });
  });

  test('a long run says so, and what it printed is there while it goes on', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.console?.([entry('one')], 0);
    vi.advanceTimersByTime(SHOW_RUNNING_AFTER_MS);
    expect(bench.state.showRunning).toBe(true);
    expect(bench.state.shown?.console).toEqual([entry('one')]);
    expect(bench.state.shown?.outcome).toBeNull();
  });

  test('the picture of the run before stays until the new one has a picture', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, shownFromRun(run({ memory: memory(7) }), true, 2000));
    bench.start(program);
    expect(bench.state.shown?.memory.omittedBuffers).toBe(7);
    runs[0]?.listener.console?.([entry('one')], 0);
    expect(bench.state.shown?.memory.omittedBuffers).toBe(7);
    runs[0]?.listener.memory?.(memory(9), null);
    expect(bench.state.shown?.memory.omittedBuffers).toBe(9);
  });

  test('the picture of the run before is called so as soon as the toolbar says that a run goes on', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, shownFromRun(run({ memory: memory(7) }), true, 2000));
    const isOld = () => isMemoryOld(bench.state, 'x');
    bench.start(program);
    runs[0]?.listener.console?.([entry('one')], 0);
    expect(isOld()).toBe(false);
    vi.advanceTimersByTime(SHOW_RUNNING_AFTER_MS);
    expect(isOld()).toBe(true);
    runs[0]?.listener.memory?.(memory(9), null);
    expect(isOld()).toBe(false);
    runs[0]?.listener.settled(run());
    expect(isOld()).toBe(false);
  });

  test('the picture of other code keeps its label until the new run has a picture', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, shownFromRun(run(), true, 2000));
    const edited = { ...program, source: 'y' };
    expect(isMemoryOld(bench.state, 'y')).toBe(true);
    bench.start(edited);
    expect(isMemoryOld(bench.state, 'y')).toBe(true);
    runs[0]?.listener.console?.([entry('one')], 0);
    expect(isMemoryOld(bench.state, 'y')).toBe(true);
    runs[0]?.listener.settled(run({ source: 'y' }));
    expect(isMemoryOld(bench.state, 'y')).toBe(false);
  });

  test('a run that ends with its realm before it had a picture leaves the old one, called so', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, shownFromRun(run(), true, 2000));
    bench.start(program);
    bench.release();
    expect(isMemoryOld(bench.state, 'x')).toBe(false);
    bench.start(program);
    runs[1]?.listener.console?.([entry('one')], 0);
    bench.release();
    expect(isMemoryOld(bench.state, 'x')).toBe(true);
  });

  test('starting again ends the run before', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    bench.start(program);
    expect(runs.map((record) => record.disposed)).toEqual([true, false]);
  });

  test('an error of a later callback is kept beside the finished run', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run());
    const error = { name: 'Error', message: 'late', line: 3, column: 1, origin: 'throw' } as const;
    runs[0]?.listener.error?.(error);
    expect(bench.state.shown).toMatchObject({
      outcome: { kind: 'finished' },
      lateErrors: [error],
    });
  });

  test('a realm that dies after its body had settled is told', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run());
    runs[0]?.listener.ended?.({ kind: 'stopped', by: 'watchdog', line: null });
    expect(bench.state).toMatchObject({
      running: false,
      shown: { outcome: { kind: 'stopped', by: 'watchdog' } },
    });
  });

  test('stop reaches the sandbox only while a run goes on', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run());
    bench.stop();
    expect(runs[0]?.stopped).toBe(false);
    bench.start(program);
    bench.stop();
    expect(runs[1]?.stopped).toBe(true);
  });

  test('release ends the realm and keeps the picture', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run({ memory: memory(4) }));
    bench.release();
    expect(runs[0]?.disposed).toBe(true);
    expect(bench.state.shown?.memory.omittedBuffers).toBe(4);
  });
});

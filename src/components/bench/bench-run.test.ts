import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../../core/trace/memory-state';
import { CLEAR_LINK, type LinkConditions } from '../../core/trace/net-log';
import { goodUpload } from '../../core/trace/net-log.fixture';
import type { Run } from '../../core/trace/run';
import { Recording } from '../../core/trace/step-trace.fixture';
import type { Trace } from '../../core/trace/trace';
import type { Program, RunHandle, RunListener, Sandbox } from '../../sandbox';
import {
  BenchRun,
  isMemoryOld,
  ownStepping,
  SHOW_RUNNING_AFTER_MS,
  shownFromRun,
} from './bench-run';

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
  const runs: {
    listener: RunListener;
    stopped: boolean;
    disposed: boolean;
    conditions: LinkConditions[];
    disconnects: number;
  }[] = [];
  const sandbox: Sandbox = {
    warm: () => undefined,
    prepare: () => () => undefined,
    dispose: () => undefined,
    run: (_program, listener): RunHandle => {
      const record = {
        listener,
        stopped: false,
        disposed: false,
        conditions: [] as LinkConditions[],
        disconnects: 0,
      };
      runs.push(record);
      return {
        runId: String(runs.length),
        stop: () => {
          record.stopped = true;
        },
        poke: () => undefined,
        setConditions: (conditions) => void record.conditions.push(conditions),
        disconnect: () => {
          record.disconnects += 1;
        },
        setControl: () => undefined,
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
      alive: false,
      attempting: false,
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

  test('that it began is told after the press has been answered, unless it has said something by then', () => {
    const { sandbox, runs } = fakeSandbox();
    let paint = (): void => undefined;
    const bench = new BenchRun(
      () => sandbox,
      null,
      'end',
      (tell) => (paint = tell),
    );
    const told: boolean[] = [];
    bench.subscribe(() => told.push(bench.state.running));
    bench.start(program);
    expect([bench.state.running, told]).toEqual([true, []]);
    paint();
    expect(told).toEqual([true]);

    bench.start(program);
    runs[1]?.listener.console?.([entry('one')], 0);
    expect(told).toEqual([true, true]);
    paint();
    expect(told).toEqual([true, true]);

    bench.start({ ...program, probes: [] });
    expect(told, 'an attempt at once: its button changes').toHaveLength(3);
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

/** A recording of `steps` writes, as a shorter or longer one of the same run would be. */
function traceOf(steps: number, more: Partial<Trace> = {}): Trace {
  const recording = new Recording();
  const buffer = recording.buffer('b', 8);
  const u8 = recording.view('u8', 'Uint8Array', buffer);
  for (let step = 1; step <= steps; step++) u8.write(0, step);
  return recording.trace(more);
}

describe('the recording of a bench', () => {
  const recorded = (trace: Trace) => shownFromRun(run({ trace }), true, 2000);
  const stepOf = (bench: BenchRun) => {
    const { stepping } = bench.state;
    return stepping && [stepping.store.step, stepping.store.steps];
  };

  test('opens where the run was asked to open, and the run before keeps its place until then', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, recorded(traceOf(9)));
    bench.state.stepping?.store.seek(4);
    bench.start(program, undefined, 1);
    runs[0]?.listener.console?.([entry('one')], 0);
    expect(stepOf(bench)).toEqual([4, 9]);
    runs[0]?.listener.settled(run({ trace: traceOf(7) }));
    expect(stepOf(bench)).toEqual([1, 7]);
    bench.start(program);
    runs[1]?.listener.settled(run({ trace: traceOf(7) }));
    expect(stepOf(bench)).toEqual([7, 7]);
  });

  test('while the new run prints and has no recording, nothing of the old one leads its rows', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, recorded(traceOf(9)));
    bench.start(program);
    expect(ownStepping(bench.state)).toBe(bench.state.stepping);
    runs[0]?.listener.console?.([entry('one')], 0);
    expect(ownStepping(bench.state)).toBeNull();
    runs[0]?.listener.settled(run({ trace: traceOf(7) }));
    expect(ownStepping(bench.state)).toBe(bench.state.stepping);
  });

  test('a step that the recording does not have yet is gone to when it comes', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program, undefined, 3);
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(2));
    expect(stepOf(bench)).toEqual([2, 2]);
    runs[0]?.listener.settled(run({ trace: traceOf(7) }));
    expect(stepOf(bench)).toEqual([3, 7]);
  });

  test('grows in place for who looks at its end, and waits for who is in its midst', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(3) }));
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(5));
    expect(stepOf(bench)).toEqual([5, 5]);
    bench.state.stepping?.store.seek(4);
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(8));
    expect(stepOf(bench)).toEqual([4, 5]);
    // Step by step to its end: the next step is the one after it.
    bench.state.stepping?.store.stepBy(1);
    expect(stepOf(bench)).toEqual([5, 8]);
    bench.state.stepping?.store.seek(8);
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(9));
    expect(stepOf(bench)).toEqual([9, 9]);
  });

  test('grows under a reader who stepped to its end, and does not move them', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program, undefined, 3);
    runs[0]?.listener.settled(run({ trace: traceOf(3) }));
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(5));
    expect(stepOf(bench)).toEqual([3, 5]);
  });

  test('does not grow under a drag or while it plays', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(3) }));
    const open = bench.state.stepping;
    open?.store.beginScrub();
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(5));
    expect(bench.state.stepping).toBe(open);
    open?.store.endScrub();
    expect(bench.state.stepping?.store.steps).toBe(5);
  });

  test('a run of other code does not inherit what the reader waits for', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(9) }));
    bench.state.stepping?.store.seek(2);
    bench.start({ ...program, source: 'y' });
    runs[1]?.listener.settled(run({ source: 'y', trace: traceOf(6) }));
    expect(stepOf(bench)).toEqual([6, 6]);
  });

  test('the open byte stays open for the same source, and only for it', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, recorded(traceOf(4)));
    const selected = { bufferId: 0, byteOffset: 0 };
    bench.state.stepping?.replay.select(selected);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(4) }));
    expect(bench.state.stepping?.replay.selected).toEqual(selected);
    bench.start({ ...program, source: 'y' });
    runs[1]?.listener.settled(run({ source: 'y', trace: traceOf(4) }));
    expect(bench.state.stepping?.replay.selected).toBeNull();
  });

  test('its bytes are live at the end of a whole recording of a realm that lives', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, recorded(traceOf(4)));
    expect(bench.isLive).toBe(false);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(4) }));
    expect(bench.isLive).toBe(true);
    bench.state.stepping?.store.seek(2);
    expect(bench.isLive).toBe(false);
    bench.state.stepping?.store.seek(4);
    runs[0]?.listener.ended?.({ kind: 'lost', reason: 'gone' });
    expect(bench.isLive).toBe(false);
    bench.start(program);
    runs[1]?.listener.settled(run({ trace: traceOf(4, { unrecorded: 1 }) }));
    expect(bench.isLive).toBe(false);
  });

  test('the steps of the body are counted when it settles; later ones are not', () => {
    const { sandbox, runs } = fakeSandbox();
    const bench = new BenchRun(() => sandbox, null);
    bench.start(program);
    runs[0]?.listener.settled(run({ trace: traceOf(3) }));
    runs[0]?.listener.memory?.(EMPTY_MEMORY, traceOf(5));
    expect(bench.state.shown?.bodySteps).toBe(3);
  });
});

describe('a run with a network', () => {
  const network = {
    lab: 'server',
    serverHalf: null,
    conditions: CLEAR_LINK,
  } as const;

  function started(more: Partial<Program> = {}) {
    const { sandbox, runs } = fakeSandbox();
    const benchRun = new BenchRun(() => sandbox, null);
    benchRun.start({ ...program, network, ...more });
    return { benchRun, run: runs[0] as (typeof runs)[number] };
  }

  test('shows its messages as they come, also after its body has settled', () => {
    const { benchRun, run: first } = started();
    const log = goodUpload();
    const early = { ...log, messages: log.messages.slice(0, 3) };
    first.listener.net?.(early);
    expect(benchRun.state.shown?.net).toBe(early);
    first.listener.settled(run({ net: early }));
    first.listener.net?.(log);
    expect(benchRun.state.shown?.net).toBe(log);
  });

  test('has no messages of the run before', () => {
    const { sandbox, runs } = fakeSandbox();
    const again = new BenchRun(() => sandbox, shownFromRun(run({ net: goodUpload() }), true, 2000));
    again.start({ ...program, network });
    runs[0]?.listener.console?.([entry('hello')], 0);
    expect(again.state.shown?.net).toEqual({ lab: 'server', messages: [], omitted: 0 });
  });

  test('passes on how the link behaves, and that it is cut', () => {
    const { benchRun, run: first } = started();
    benchRun.setConditions({ ...CLEAR_LINK, latencyMs: 5 });
    benchRun.disconnect();
    expect(first.conditions).toEqual([{ ...CLEAR_LINK, latencyMs: 5 }]);
    expect(first.disconnects).toBe(1);
  });

  test('is alive until its realm goes, since a connection outlives the body', () => {
    const { benchRun, run: first } = started();
    expect(benchRun.state.alive).toBe(true);
    first.listener.settled(run());
    expect(benchRun.state).toMatchObject({ running: false, alive: true });
    first.listener.ended?.({ kind: 'stopped', by: 'watchdog', line: null });
    expect(benchRun.state.alive).toBe(false);

    const other = started();
    other.run.listener.settled(run());
    other.benchRun.release();
    expect(other.benchRun.state.alive).toBe(false);
  });

  test('keeps what the server half says apart from what the program says', () => {
    const { benchRun, run: first } = started();
    first.listener.console?.([entry('client')], 0);
    first.listener.serverConsole?.([entry('server')], 2);
    const error = { name: 'Error', message: 'no', line: 3, column: 1, origin: 'throw' } as const;
    first.listener.serverError?.(error);
    expect(benchRun.state.shown).toMatchObject({
      console: [entry('client')],
      server: { console: [entry('server')], omitted: 2, errors: [error] },
      lateErrors: [],
    });
  });

  test('is of other code once its server half is edited', () => {
    const serverHalf = { source: 'server', fileName: 'x.server.js' };
    const { benchRun, run: first } = started({ network: { ...network, serverHalf } });
    first.listener.settled(run());
    expect(isMemoryOld(benchRun.state, 'x', 'server')).toBe(false);
    expect(isMemoryOld(benchRun.state, 'x', 'another')).toBe(true);
  });
});

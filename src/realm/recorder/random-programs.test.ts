/**
 * The oracle of the recorder: programs run for real, and what the trace replays is compared with the real bytes. In one
 * process, since ten thousand realms would take an hour: natives are watched once and speak to the recorder of the day.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instrument } from '../../core/instrument';
import { Replay } from '../../core/trace/replay';
import { MAX_STEPS, TraceAssembler } from '../../core/trace/trace-chunk';
import type { Trace } from '../../core/trace/trace';
import { Guard } from '../guard';
import { RealmHook } from '../hook';
import { Stacks } from '../stack';
import { Thrown } from '../thrown';
import { watchDataView } from './data-view';
import { watchNatives } from './natives';
import { randomProgram } from './random-programs';
import { Recorder } from './recorder';

const indirectEval = globalThis.eval;
let recorder = new Recorder();
const guards: Guard[] = [];

beforeAll(() => {
  const today = new Proxy(new Recorder(), {
    get: (_target, key) => {
      const member: unknown = Reflect.get(recorder, key, recorder);
      return typeof member === 'function' ? (member.bind(recorder) as unknown) : member;
    },
  });
  watchNatives(today);
  watchDataView(today);
});
afterAll(() => {
  for (const guard of guards) guard.close();
});

interface Snapshot {
  readonly step: number;
  readonly bytes: readonly (readonly number[])[];
}

const NO_STACKS = new Stacks('program.js', 0, []);

/** Runs a program with a full recording. `every`: memory is copied after each access, too. */
function runRecorded(
  source: string,
  every: boolean,
  maxSteps = MAX_STEPS,
): { trace: Trace; snapshots: readonly Snapshot[]; final: readonly (readonly number[])[] } {
  const program = instrument(source, { goal: 'module', fileName: 'program.js', record: 'full' });
  if (program.kind === 'syntax') throw new Error(`${program.error.message}\n${source}`);
  recorder = new Recorder();
  const assembler = new TraceAssembler(program.sites);
  recorder.begin({
    maxSteps,
    recordFrom: 0,
    send: (chunk) => assembler.add(structuredClone(chunk)),
    onTask: () => undefined,
  });
  const guard = new Guard(() => undefined);
  guards.push(guard);
  const thrown = new Thrown(() => NO_STACKS, guard.signal, recorder.accessOf);
  const hook = new RealmHook(guard, recorder, thrown, {
    fileName: 'program.js',
    siteCount: program.sites.length,
  });
  recorder.hook = hook;
  const snapshots: Snapshot[] = [];
  const bytesNow = () =>
    recorder.registry.buffers.map(({ buffer }) =>
      (buffer as ArrayBuffer).detached ? [] : [...new Uint8Array(buffer)],
    );
  const snap = (): void => {
    recorder.log.compare(0);
    snapshots.push({ step: recorder.log.steps, bytes: bytesNow() });
  };
  if (every) {
    for (const key of ['R', 'W', 'U', 'L', 'D', 'E', 'I'] as const) {
      const own = hook[key] as (...args: unknown[]) => unknown;
      Reflect.set(hook, key, (...args: unknown[]) => {
        const before = recorder.log.steps;
        const result = own.apply(hook, args);
        const { steps } = recorder.log;
        if (steps === before + 1) snapshots.push({ step: steps, bytes: bytesNow() });
        return result;
      });
    }
  }
  const body = indirectEval(
    `((${program.hookName}, snap) => {"use strict"; ${program.code}\n})`,
  ) as (hook: RealmHook, snap: () => void) => void;
  body(hook, snap);
  recorder.log.compare(0);
  recorder.log.ship();
  hook.flushCounts();
  const counts = recorder.log.counts();
  const final = bytesNow();
  const trace = assembler.trace(null, counts);
  return { trace, snapshots, final };
}

function expectSame(
  replay: Replay,
  step: number,
  bytes: readonly (readonly number[])[],
  what: () => string,
): void {
  replay.seek(step);
  bytes.forEach((expected, id) => {
    const found = [...replay.bytesOf(id)];
    if (found.join() !== expected.join()) {
      throw new Error(
        `${what()}\nstep ${step}, buffer ${id}: replayed ${found.join()}, real ${expected.join()}`,
      );
    }
  });
}

describe('random programs', () => {
  test('10,000 of them replay to the real bytes at their end, and behind every statement', () => {
    let steps = 0;
    for (let seed = 1; seed <= 10_000; seed++) {
      const source = randomProgram(seed);
      const { trace, snapshots, final } = runRecorded(source, false);
      const replay = new Replay(trace);
      const what = () => `program ${seed}:\n${source}`;
      expectSame(replay, trace.steps, final, what);
      for (const { step, bytes } of snapshots) expectSame(replay, step, bytes, what);
      steps += trace.steps;
    }
    expect(steps).toBeGreaterThan(100_000);
  }, 300_000);

  test('500 of them replay to the real bytes after every single access', () => {
    let compared = 0;
    for (let seed = 20_001; seed <= 20_500; seed++) {
      const source = randomProgram(seed);
      const { trace, snapshots } = runRecorded(source, true);
      const replay = new Replay(trace);
      for (const { step, bytes } of snapshots) {
        // A buffer that was seen later is not there yet.
        expectSame(replay, step, bytes, () => `program ${seed}:\n${source}`);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(5000);
  }, 120_000);
});

/**
 * What bench/recording.mjs and bench/replay.mjs run in a page of Chromium: programs plain, guarded and recorded, in fresh
 * globals each, and replays of made traces. Nothing is watched that a learner's realm does not watch.
 */
import { instrument } from '../../src/core/instrument';
import { KIND, LITTLE_ENDIAN, ROW_WORDS } from '../../src/core/trace/rows';
import { Replay } from '../../src/core/trace/replay';
import type { Trace } from '../../src/core/trace/trace';
import { MAX_STEPS, TraceAssembler } from '../../src/core/trace/trace-chunk';
import { TraceWriter } from '../../src/core/trace/trace-writer';
import { Guard } from '../../src/realm/guard';
import { RealmHook } from '../../src/realm/hook';
import { watchDataView } from '../../src/realm/recorder/data-view';
import { watchNatives } from '../../src/realm/recorder/natives';
import { Recorder } from '../../src/realm/recorder/recorder';
import { REHEARSED_SITES, REHEARSED_STEPS, warmUp } from '../../src/realm/recorder/warm-up';
import { Stacks } from '../../src/realm/stack';
import { Thrown } from '../../src/realm/thrown';

export type Variant = 'plain' | 'guarded' | 'recorded';
type Program = (data: Uint8Array | Uint8ClampedArray | null) => unknown;

/** Milliseconds before each run. */
const REST_MS = 30;

const indirectEval = globalThis.eval;

/**
 * Milliseconds of each of `runs` runs of the function `run` that `source` declares, the first one cold. `compile` is
 * what rewriting and evaluating took. Call it once in a page: natives are watched for good.
 */
async function time(
  source: string,
  variant: Variant,
  data: { readonly kind: 'pixels' | 'bytes' | 'none'; readonly length: number },
  runs: number,
  maxSteps: number = MAX_STEPS,
): Promise<{
  compileMs: number;
  times: number[];
  result: string;
  steps: number;
  unrecorded: number;
}> {
  const bytes =
    data.kind === 'none'
      ? null
      : data.kind === 'pixels'
        ? new Uint8ClampedArray(data.length)
        : new Uint8Array(data.length);
  for (let i = 0; bytes !== null && i < bytes.length; i++) bytes[i] = i * 31;
  const startedAt = performance.now();
  const program =
    variant === 'plain'
      ? null
      : instrument(source, {
          goal: 'script',
          fileName: 'p.js',
          record: variant === 'recorded' ? 'full' : 'light',
        });
  if (program?.kind === 'syntax') throw new Error(program.error.message);
  let recorder = new Recorder();
  const today = forwarding(() => recorder);
  const guard = new Guard(() => undefined);
  const thrown = new Thrown(
    () => new Stacks('p.js', 0, []),
    guard.signal,
    () => null,
  );
  let steps = 0;
  // In a realm a chunk is posted and its rows are handed over; joining is the page's work, not the program's.
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => undefined;
  // As the realm has it: its own, and not the one that is watched for the program.
  const post = port1.postMessage.bind(port1);
  let counts = recorder.log.counts();
  const begin = (cap: number): RealmHook => {
    recorder = new Recorder();
    steps = 0;
    if (variant === 'recorded') {
      // As a spare realm does before there is a program.
      recorder.prepare();
      recorder.begin({
        maxSteps: cap,
        recordFrom: 0,
        send: (chunk, owned) => {
          steps += chunk.rows.length / ROW_WORDS;
          post(chunk, [...owned] as ArrayBuffer[]);
        },
        onTask: () => undefined,
      });
    }
    guard.start(1e9);
    const hook = new RealmHook(guard, recorder, thrown, {
      fileName: 'p.js',
      siteCount: Math.max(REHEARSED_SITES, program?.sites.length ?? 0),
    });
    recorder.hook = hook;
    return hook;
  };
  const rewrittenMs = performance.now() - startedAt;
  if (variant === 'recorded') {
    // As a spare realm does before there is a program (realm/rehearsal.ts).
    for (let i = 0; i < 2; i++) {
      const hook = begin(REHEARSED_STEPS);
      hook.v(new Uint8Array(hook.a(8)), 1, 'bytes');
      warmUp(recorder);
      recorder.log.compare(0);
      recorder.log.ship();
      recorder.flushCounts();
    }
    watchNatives(today);
    watchDataView(today);
  }
  const hookName = program?.hookName ?? '$unused';
  const evaluatedAt = performance.now();
  // Every run gets a hook of its own, as every realm does; the engine's feedback is shared by what one function makes.
  const make = indirectEval(`(${hookName}) => {${program?.code ?? source}\n;return run}`) as (
    hook: unknown,
  ) => Program;
  let run = make(program === null ? null : begin(maxSteps));
  const compileMs = rewrittenMs + performance.now() - evaluatedAt;
  const times: number[] = [];
  let result: unknown;
  for (let i = 0; i < runs; i++) {
    if (i > 0) run = make(program === null ? null : begin(maxSteps));
    await rest();
    const at = performance.now();
    result = run(bytes);
    if (variant === 'recorded') {
      recorder.log.compare(0);
      recorder.log.ship();
    }
    times.push(performance.now() - at);
    recorder.flushCounts();
    counts = recorder.log.counts();
  }
  guard.close();
  port1.close();
  return {
    compileMs,
    times,
    result: String(result),
    steps,
    unrecorded: counts.unrecorded,
  };
}

/** Until what an engine does beside the program is done: compiling, and clearing away the run before. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS));

/** A recorder that is always today's: natives are watched once, and every run has a recorder of its own. */
function forwarding(today: () => Recorder): Recorder {
  const members: PropertyDescriptorMap = {};
  const any = () => today() as unknown as Record<string, (...given: unknown[]) => unknown>;
  for (const name of Object.getOwnPropertyNames(Recorder.prototype)) {
    const value: unknown = Object.getOwnPropertyDescriptor(Recorder.prototype, name)?.value;
    members[name] =
      typeof value === 'function'
        ? { value: (...given: unknown[]) => any()[name]?.(...given) }
        : { get: () => any()[name] };
  }
  for (const name of Object.keys(today())) members[name] = { get: () => any()[name] };
  return Object.create(null, members) as Recorder;
}

/** A trace of random writes of one to four bytes over one buffer. */
function madeTrace(steps: number, byteLength: number): Trace {
  const assembler = new TraceAssembler([]);
  let first = true;
  // Longer than a recording may get, so the rows are joined here.
  const rows = new Uint32Array(steps * ROW_WORDS);
  const memory = new Uint8Array(byteLength);
  const words = new DataView(memory.buffer);
  const buffer = {
    name: 'b',
    at: 0,
    byteLength,
    maxByteLength: null,
    shared: false,
    line: 1,
    initial: new Uint8Array(0),
    filled: false,
  };
  const view = (
    kind: 'Uint8Array' | 'Uint16Array' | 'Uint32Array' | 'Float32Array' | 'Int8Array',
  ) => ({
    name: kind,
    at: 0,
    bufferId: 0,
    kind,
    byteOffset: 0,
    byteLength,
    lengthTracking: false,
    line: 1,
  });
  const views = (
    ['Uint8Array', 'Uint16Array', 'Uint32Array', 'Float32Array', 'Int8Array'] as const
  ).map(view);
  const writer = new TraceWriter((chunk) => {
    if (first) assembler.add({ ...chunk, buffers: [buffer], views });
    rows.set(chunk.rows, (chunk.firstStep - 1) * ROW_WORDS);
    first = false;
  });
  let random = 7;
  for (let i = 0; i < steps; i++) {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0;
    const size = random % 3;
    const at = Math.floor(((random >>> 8) / 2 ** 24) * (byteLength >> size)) << size;
    const before =
      size === 0
        ? words.getUint8(at)
        : size === 1
          ? words.getUint16(at, true)
          : words.getUint32(at, true);
    const after = size === 0 ? i & 255 : size === 1 ? i & 65535 : random;
    if (size === 0) words.setUint8(at, after);
    else if (size === 1) words.setUint16(at, after, true);
    else words.setUint32(at, after, true);
    writer.element(KIND.write, size, LITTLE_ENDIAN, 0, size, 0, at, before, 0, after, 0);
  }
  writer.flush();
  return { ...assembler.trace(null, { skipped: 0, unrecorded: 0, totals: [] }), rows, steps };
}

/** Random seeks in a made trace, with the memory that trace and replay hold together. */
function seek(steps: number, byteLength: number, seeks: number) {
  const trace = madeTrace(steps, byteLength);
  const openedAt = performance.now();
  const replay = new Replay(trace, byteLength);
  replay.seek(trace.steps);
  const openMs = performance.now() - openedAt;
  const times: number[] = [];
  let random = 99;
  for (let i = 0; i < seeks; i++) {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0;
    const target = Math.floor((random / 2 ** 32) * steps);
    const at = performance.now();
    replay.seek(target);
    times.push(performance.now() - at);
  }
  const near: number[] = [];
  for (let i = 0; i < 200; i++) {
    const at = performance.now();
    replay.seek(replay.step + (i % 2 === 0 ? 3 : -1));
    near.push(performance.now() - at);
  }
  const bytes = trace.rows.byteLength + replay.heldBytes;
  return { openMs, times, near, bytesPerStep: (bytes - byteLength) / steps };
}

Object.assign(globalThis, { bench: { time, seek } });

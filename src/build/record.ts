/**
 * Runs a snippet in Node through the realm's own runtime (same rewriter, recorder and console), and returns the Run
 * that the page shows before anyone presses Run. Node only: used by .astro files, pages and tests.
 */
import { createHash } from 'node:crypto';
import { receiveMessageOnPort, type MessagePort, type Worker } from 'node:worker_threads';
import type { ControlValues } from '../core/controls/control';
import { probedNames, type Probe } from '../core/exercise/probe';
import { instrument, type Instrumented } from '../core/instrument';
import { parseRealmMessage } from '../core/protocol/parse';
import { namesTus } from '../core/protocol/tus';
import {
  PROTOCOL_VERSION,
  RUN_BUDGET,
  type RealmMessage,
  type RunMessage,
} from '../core/protocol/messages';
import { appendConsole } from '../core/trace/append-console';
import type { ConsoleEntry } from '../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../core/trace/memory-state';
import type { ErrorReport, Goal, Outcome, Run } from '../core/trace/run';
import type { Trace } from '../core/trace/trace';
import { MAX_STEPS, NO_COUNTS, TraceAssembler } from '../core/trace/trace-chunk';
import { startRealm } from './node-realm';
import { Quiet } from './quiet';
import { openRecordedLab, tusScript, type RecordedLab } from './recorded-lab';

export interface Recording {
  readonly source: string;
  readonly fileName: string;
  readonly goal: Goal;
  /** A page-realm snippet's HTML. There is no page in Node: code that needs one throws, and the Run says so. */
  readonly html?: string | null;
  /** Milliseconds without yielding; `RUN_BUDGET.guardMs` unless told. */
  readonly guardMs?: number;
  /** Accesses recorded at most; `MAX_STEPS` unless told. */
  readonly maxSteps?: number;
  /** Calls to make once the program has run; none unless told. */
  readonly probes?: readonly Probe[];
  /** Null or missing is none; the lab is the one in the page, with the standard rooms or this server half. */
  readonly network?: {
    readonly serverHalf: { readonly source: string; readonly fileName: string } | null;
  } | null;
  /** Where the snippet's controls stand; missing where it has none. */
  readonly controls?: ControlValues;
}

/** A Run, and what went wrong after its body had settled. */
export interface RecordedRun extends Run {
  readonly lateErrors: readonly ErrorReport[];
}

/** No run may take longer than this many half-seconds in which this thread was free, whatever the run does. */
const LONGEST_TURNS = 60;

const recordings = new Map<string, Promise<RecordedRun>>();

/**
 * Records one run. The same source gives the same recording, from memory. A learner's mistake is part of the Run; only
 * a runtime that cannot be built or started rejects.
 */
export function recordRun(recording: Recording): Promise<RecordedRun> {
  const key = createHash('sha256').update(keyOf(recording)).digest('hex');
  const known = recordings.get(key);
  if (known !== undefined) return known;
  const run = record(recording, key.slice(0, 12));
  recordings.set(key, run);
  return run;
}

/** JSON alone has no undefined, no −0, no NaN and no BigInt, all of which may be inputs. */
function keyOf(recording: Recording): string {
  return JSON.stringify(recording, (_key, value: unknown) =>
    typeof value === 'number' || typeof value === 'bigint' || value === undefined
      ? `${typeof value} ${Object.is(value, -0) ? '-0' : String(value)}`
      : value,
  );
}

async function record(recording: Recording, runId: string): Promise<RecordedRun> {
  const { source, fileName, goal, probes } = recording;
  const expose = probes === undefined ? [] : probedNames(probes);
  const program = instrument(source, { goal, fileName, record: 'full', expose });
  if (program.kind === 'syntax') {
    return emptyRun(runId, source, { kind: 'threw', error: program.error });
  }
  const { worker, port } = await startRealm();
  if (!recording.network) return runIn(worker, port, recording, program, runId, null);
  const lab = await openRecordedLab(recording.network.serverHalf, runId);
  try {
    return await runIn(worker, port, recording, program, runId, lab);
  } finally {
    await lab.close();
  }
}

function emptyRun(runId: string, source: string, outcome: Outcome): RecordedRun {
  return {
    runId,
    source,
    outcome,
    console: [],
    omittedConsole: 0,
    memory: EMPTY_MEMORY,
    trace: null,
    durationMs: 0,
    lateErrors: [],
  };
}

/** Talks to the realm until it has ended or its time is up. */
async function runIn(
  worker: Worker,
  port: MessagePort,
  recording: Recording,
  program: Instrumented,
  runId: string,
  lab: RecordedLab | null,
): Promise<RecordedRun> {
  const { source, fileName, goal, html = null, guardMs = RUN_BUDGET.guardMs } = recording;
  let console: readonly ConsoleEntry[] = [];
  let omittedConsole = 0;
  let memory: MemoryState = EMPTY_MEMORY;
  let told: MemoryState = EMPTY_MEMORY;
  let trace: Trace | null = null;
  const assembler = new TraceAssembler(program.sites);
  let outcome: Outcome | null = null;
  let durationMs = 0;
  let probes: Run['probes'] = null;
  const lateErrors: ErrorReport[] = [];
  let quiet: Quiet | null = null;
  let turns: NodeJS.Timeout | undefined;
  const network = lab?.connect((event) => {
    quiet?.said();
    port.postMessage({ v: PROTOCOL_VERSION, runId, kind: 'net', event });
  });
  const ended = new Promise<void>((resolve, reject) => {
    // A realm with a network never runs out of work by itself.
    const silence = new Quiet(lab !== null, resolve);
    quiet = silence;
    if (lab !== null) {
      lab.onAlive = () => {
        silence.alive('lab');
      };
    }
    let left = LONGEST_TURNS;
    // A timer that is late runs once, however late it is.
    turns = setInterval(() => {
      silence.alive('host');
      if (--left === 0) resolve();
    }, RUN_BUDGET.aliveEveryMs);
    turns.unref();
    worker.once('exit', () => {
      // The thread may have ended before its last messages were handed over.
      for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
        receive(next.message);
      }
      resolve();
    });
    worker.once('error', reject);
    port.on('message', (data: unknown) => receive(data));
    const receive = (data: unknown): void => {
      const parsed = parseRealmMessage(data, runId);
      if (parsed.kind === 'refused') {
        reject(new Error(`The realm sent a message that does not parse: ${parsed.reason}`));
        return;
      }
      const { message } = parsed;
      if (message.kind === 'alive') silence.alive('program');
      else if (message.kind === 'net') {
        silence.said();
        network?.call(message.call);
      } else if (message.kind === 'console') {
        console = appendConsole(console, message.entries);
        omittedConsole = message.omitted;
      } else if (message.kind === 'memory') {
        told = message.memory ?? told;
        trace = assembler.trace(told, message.counts ?? NO_COUNTS);
        memory = trace.final ?? told;
      } else if (message.kind === 'trace') {
        assembler.add(message.chunk);
      } else if (message.kind === 'error') {
        lateErrors.push(message.error);
      } else if (message.kind === 'settled') {
        outcome = outcomeOf(message);
        durationMs = message.durationMs;
        probes = message.probes ?? null;
        silence.settled();
      }
    };
  });
  const tus = lab !== null && namesTus(source) ? { tus: await tusScript() } : {};
  const message: RunMessage = {
    v: PROTOCOL_VERSION,
    kind: 'run',
    runId,
    code: program.code,
    goal,
    fileName,
    hookName: program.hookName,
    columns: program.columns,
    source,
    functions: program.functions,
    siteCount: program.sites.length,
    record: { maxSteps: recording.maxSteps ?? MAX_STEPS, from: 0 },
    guardMs,
    html,
    ...(recording.probes === undefined ? {} : { probes: recording.probes }),
    ...(lab === null ? {} : { network: { role: 'client' as const, ...tus } }),
    ...(recording.controls === undefined ? {} : { controls: recording.controls }),
  };
  port.postMessage(message);
  try {
    await ended;
  } finally {
    clearInterval(turns);
    network?.close();
    port.close();
    await worker.terminate();
  }
  // An await that nothing will ever resolve lets Node end the realm: the program has stopped making progress.
  outcome ??= { kind: 'stopped', by: 'watchdog', line: null };
  return {
    runId,
    source,
    outcome,
    console,
    omittedConsole,
    memory,
    trace,
    durationMs,
    probes,
    lateErrors,
    ...(network === undefined ? {} : { net: network.log(), serverConsole: lab?.console ?? [] }),
  };
}

function outcomeOf(message: Extract<RealmMessage, { kind: 'settled' }>): Outcome {
  if (message.outcome === 'guard') return { kind: 'stopped', by: 'guard', line: message.line };
  if (message.outcome === 'threw' && message.error) return { kind: 'threw', error: message.error };
  return { kind: 'finished' };
}

/**
 * A run as checks see it: what the program did, what each call of a probe did, and nothing else. A run that cannot be
 * trusted to have done all it was asked to is not an attempt, and says why.
 */
import type { ErrorReport, Run } from '../trace/run';
import type { Trace } from '../trace/trace';
import type { Mark, Probe, ProbeInput, ProbeResult } from './probe';
import { formatCall, valueOf, type InputValue } from './values';

/** What was recorded between two marks. */
export interface Stretch {
  readonly trace: Trace;
  readonly from: Mark;
  readonly to: Mark;
}

/** One call of a probe, with its stretch of the trace. */
export interface Call extends Stretch {
  readonly probe: Probe;
  readonly result: ProbeResult;
  /** The arguments as they were before the call, for reference functions. */
  readonly args: readonly InputValue[];
  /** As a reader sees it: `elementCount(18, 4, 0)`. */
  readonly text: string;
}

export interface Attempt {
  readonly run: Run;
  /** The program itself, without the calls. */
  readonly program: Stretch;
  readonly calls: readonly Call[];
}

/** Why a run is not judged. None of these can ever pass. */
export type Refusal =
  /** The program threw, or did not parse. */
  | { readonly kind: 'threw'; readonly error: ErrorReport }
  /** The guard, the watchdog or the reader ended it; `during` is the call it was in, null while the program ran. */
  | {
      readonly kind: 'stopped';
      readonly by: 'reader' | 'guard' | 'watchdog';
      readonly line: number | null;
      readonly during: string | null;
    }
  /** Messages were lost or forbidden. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** An error that nobody caught, in a callback or a promise. */
  | { readonly kind: 'uncaught'; readonly error: ErrorReport }
  /** Calls or parts of the recording are not there. */
  | { readonly kind: 'incomplete' };

const START: Mark = { steps: 0, buffers: 0, views: 0, omitted: 0, counts: null };

/**
 * @param probes as they were sent with this run
 * @param uncaught errors that nobody caught, before or after the body had settled
 */
export function attemptOf(
  run: Run,
  probes: readonly Probe[],
  uncaught: readonly ErrorReport[],
): Attempt | Refusal {
  const { outcome, trace } = run;
  const results = run.probes ?? [];
  if (outcome.kind === 'threw') return { kind: 'threw', error: outcome.error };
  if (outcome.kind === 'lost') return { kind: 'lost', reason: outcome.reason };
  if (outcome.kind === 'stopped') {
    const { by, line } = outcome;
    const next = run.probes ? probes[results.length] : undefined;
    return { kind: 'stopped', by, line, during: next ? formatCall(next) : null };
  }
  const [error] = uncaught;
  if (error !== undefined) return { kind: 'uncaught', error };
  if (trace === null || results.length !== probes.length || !isWhole(trace, results)) {
    return { kind: 'incomplete' };
  }
  const calls = probes.map((probe, i): Call => {
    const result = results[i] as ProbeResult;
    const { from, to } = result;
    return {
      trace,
      from,
      to,
      probe,
      result,
      args: probe.inputs.map(valueOf),
      text: formatCall(probe),
    };
  });
  return { run, program: { trace, from: START, to: endOfProgram(trace, calls[0]) }, calls };
}

/** Whether the recording holds everything that the marks speak of, in order. */
function isWhole(trace: Trace, results: readonly ProbeResult[]): boolean {
  const marks = results.flatMap(({ from, to }) => [from, to]);
  const isInOrder = marks.every((mark, i) => {
    const before = marks[i - 1] ?? START;
    return (
      before.steps <= mark.steps && before.buffers <= mark.buffers && before.views <= mark.views
    );
  });
  const last = marks.at(-1) ?? START;
  return (
    isInOrder &&
    trace.skipped === 0 &&
    last.steps <= trace.steps &&
    last.buffers <= trace.buffers.length &&
    last.views <= trace.views.length
  );
}

/** The first call's inputs were made before its mark, and are not the program's. */
function endOfProgram(trace: Trace, first: Call | undefined): Mark {
  if (first === undefined) {
    const { steps, buffers, views, unrecorded } = trace;
    const totals = trace.totals.flatMap(({ site, view, reads, writes }) => [
      site,
      view,
      reads,
      writes,
    ]);
    return {
      steps,
      buffers: buffers.length,
      views: views.length,
      omitted: trace.final?.omittedBuffers ?? 0,
      counts: unrecorded === 0 ? null : { skipped: 0, unrecorded, totals },
    };
  }
  const inputs = first.probe.inputs.flatMap(bytesIn);
  return {
    ...first.from,
    buffers: first.from.buffers - inputs.length,
    views: first.from.views - inputs.filter(({ view }) => view !== null).length,
  };
}

/** The inputs of bytes in an argument. */
export function bytesIn(input: ProbeInput): Extract<ProbeInput, { kind: 'bytes' }>[] {
  switch (input.kind) {
    case 'plain':
    case 'file':
    case 'socket':
    case 'worker':
    case 'listener':
    case 'canvas':
    case 'controls':
    case 'media':
      return [];
    case 'bytes':
      return [input];
    case 'list':
      return input.items.flatMap(bytesIn);
    case 'object':
      return input.entries.flatMap(({ value }) => bytesIn(value));
  }
}

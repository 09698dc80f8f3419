/**
 * Rules on what a call did with a lab, a Worker or a listener that it was given. All of them read what those noted, and
 * the trace; nothing that a program says of itself counts.
 */
import type { Call } from './attempt';
import { factsOf, type Fact } from './facts';
import { NO_SPOT, type Finding, type Problem, type Spot } from './feedback';
import type { LabMessage, LabRecord, ListenerRecord, ProbeRecord, WorkerRecord } from './lab';
import { bytesOfFile, type MadeFile } from './made-file';
import { noResult, type CallRule } from './result-rules';
import { sha256 } from '../bytes/sha-256';

/** The lab has all bytes of the file, said so, and its hash is the file's. */
export function labSaved(): CallRule {
  return (call) => {
    const { messages, sha256: hash } = labOf(call);
    const file = fileOf(call, 'socket');
    const refusal = messages.find(({ event }) => event === 'refused');
    const has = messages.at(-1)?.next ?? 0;
    if (hash !== null && hash === sha256(bytesOfFile(file))) return null;
    const stopped = refusal === undefined ? noResult(call) : null;
    if (stopped !== null) return stopped;
    const wrong = messages.find(({ event, same }) => event === 'chunk' && !same);
    return fails(call, {
      kind: 'lab',
      size: file.byteLength,
      has,
      isDone: hash !== null,
      refusal: refusal?.code ?? null,
      differsAt: wrong?.offset ?? null,
    });
  };
}

/** The lab refused nothing. */
export function labRefusedNothing(): CallRule {
  return (call) => {
    const refusal = labOf(call).messages.find(({ event }) => event === 'refused');
    if (refusal === undefined) return null;
    return fails(call, {
      kind: 'lab',
      size: fileOf(call, 'socket').byteLength,
      has: refusal.next,
      isDone: false,
      refusal: refusal.code,
      differsAt: null,
    });
  };
}

/** So many chunks at most were without an acknowledgement at any moment. */
export function inFlightAtMost(most: number): CallRule {
  return (call) => {
    const found = mostInFlight(labOf(call));
    return found <= most ? null : fails(call, { kind: 'in-flight', found, most, least: null });
  };
}

/** Once so many chunks were to be sent, so many were in flight. */
export function inFlightAtLeast(least: number): CallRule {
  return (call) => {
    const record = labOf(call);
    const found = mostInFlight(record);
    const chunks = record.messages.filter(({ event }) => event === 'chunk').length;
    if (chunks < least || found >= least) return null;
    return fails(call, { kind: 'in-flight', found, most: null, least });
  };
}

/** From the first chunk to the last there was always one on its way. */
export function neverIdle(): CallRule {
  return (call) => {
    const { messages } = labOf(call);
    const last = messages.findLastIndex(({ event }) => event === 'chunk');
    const idle = messages.findIndex(
      ({ event, inFlight }, i) => i < last && event === 'ack' && inFlight === 0,
    );
    return idle < 0 ? null : fails(call, { kind: 'idle', after: messages[idle]?.next ?? 0 });
  };
}

export const mostInFlight = ({ messages }: LabRecord): number =>
  Math.max(0, ...messages.map(({ inFlight }) => inFlight));

/** Reads of Blobs, with the place in the file where each began. */
export interface BlobRead {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly line: number | null;
}

export function blobReadsOf(call: Call): readonly BlobRead[] {
  return [...factsOf(call)].flatMap((fact) => (isBlobRead(fact) ? [readOf(fact)] : []));
}

type StepFact = Extract<Fact, { kind: 'step' }>;
const isBlobRead = (fact: Fact): fact is StepFact =>
  fact.kind === 'step' && fact.step.kind === 'blobread';
const readOf = ({ step, line }: StepFact): BlobRead => ({ ...step.range, step: step.step, line });

/** Before the first acknowledgement the file was read so many times at most. */
export function readsBeforeFirstAck(most: number): CallRule {
  return (call) => {
    const ack = labOf(call).messages.find(({ event }) => event === 'ack');
    const early = blobReadsOf(call).filter(({ step }) => ack === undefined || step <= ack.step);
    const first = early[most];
    if (first === undefined) return null;
    return fails(call, { kind: 'early-reads', found: early.length, most }, spotOf(first));
  };
}

/** No single read of the file took more bytes. */
export function blobReadsAtMost(byteLength: number): CallRule {
  return (call) => {
    const long = blobReadsOf(call).find(({ start, end }) => end - start > byteLength);
    if (long === undefined) return null;
    const found = long.end - long.start;
    return fails(call, { kind: 'long-read', found, most: byteLength }, spotOf(long));
  };
}

/** After the lab came back, nothing was read below the byte at which it then wanted to go on. */
export function noReadsBelowResume(): CallRule {
  return (call) => {
    const back = resumedAt(labOf(call));
    if (back === null) return null;
    const { has, step } = back;
    const again = blobReadsOf(call).find((read) => read.step > step && read.start < has);
    if (again === undefined) return null;
    const sentTwice = has - again.start;
    return fails(call, { kind: 'read-again', start: again.start, has, sentTwice }, spotOf(again));
  };
}

/** Where the lab stood when the connection was lost, and the step of its answer behind that; null where it never was. */
export function resumedAt({ messages }: LabRecord): { has: number; step: number } | null {
  const lost = messages.findIndex(({ event }) => event === 'disconnect');
  if (lost < 0) return null;
  const ready = messages.find(({ event }, i) => i > lost && event === 'ready');
  return ready === undefined ? null : { has: messages[lost]?.next ?? 0, step: ready.step };
}

/** The nth argument was called with these percentages, to two decimals, in this order. */
export function reported(input: number, expected: (call: Call) => readonly number[]): CallRule {
  return (call) => {
    const { calls } = recordOf(call, input, 'listener');
    const wanted = expected(call);
    for (let index = 0; index < Math.max(wanted.length, calls.length); index++) {
      const found = calls[index];
      const value = found === undefined ? null : numberOf(found.value);
      const want = wanted[index];
      if (want !== undefined && value !== null && Math.abs(value - want) < 0.005) continue;
      const stopped = found === undefined ? noResult(call) : null;
      if (stopped !== null) return stopped;
      return fails(call, {
        kind: 'progress',
        index,
        expected: want === undefined ? null : want.toFixed(2),
        found: found === undefined ? null : textOf(found.value),
      });
    }
    return null;
  };
}

/** At no moment was more reported than the lab had acknowledged. */
export function reportedNoMoreThanAcknowledged(input: number): CallRule {
  return (call) => {
    const { byteLength } = fileOf(call, 'socket');
    const early = recordOf(call, input, 'listener').calls.find(({ value, acknowledged }) => {
      const share = byteLength === 0 ? 100 : ((acknowledged ?? 0) / byteLength) * 100;
      return (numberOf(value) ?? 0) > share + 0.005;
    });
    if (early === undefined) return null;
    return fails(call, {
      kind: 'unearned',
      said: textOf(early.value),
      acknowledged: early.acknowledged ?? 0,
    });
  };
}

/** The Worker got all bytes of the file, in order, each part as an ArrayBuffer. */
export function workerGotFile(input: number): CallRule {
  return (call) => {
    const { parts } = recordOf(call, input, 'worker');
    const { byteLength } = fileOf(call, 'worker');
    let next = 0;
    for (const part of parts) {
      if (part.type !== 'ArrayBuffer')
        return fails(call, { kind: 'part', offset: next, found: part.type });
      if (part.offset !== next || !part.same) break;
      next += part.byteLength;
    }
    if (next === byteLength) return null;
    return (
      noResult(call) ??
      fails(call, {
        kind: 'lab',
        size: byteLength,
        has: next,
        isDone: false,
        refusal: null,
        differsAt: parts.find(({ same }) => !same)?.offset ?? null,
      })
    );
  };
}

/** Every byte of the file changed hands: none was copied on its way to the Worker. */
export function movedAll(): CallRule {
  return (call) => {
    const { byteLength } = fileOf(call, 'worker');
    const moved = movedBytes(call);
    if (moved >= byteLength) return null;
    return noResult(call) ?? fails(call, { kind: 'not-moved', posted: byteLength, moved });
  };
}

/** Bytes of buffers that were handed over by `postMessage`. */
export function movedBytes(call: Call): number {
  let moved = 0;
  for (const fact of factsOf(call)) {
    if (fact.kind !== 'step' || fact.step.kind !== 'detach') continue;
    if (fact.step.detail?.operation !== 'postMessage' || fact.step.bufferId === null) continue;
    moved += call.trace.buffers[fact.step.bufferId]?.byteLength ?? 0;
  }
  return moved;
}

/** What the call's lab noted. */
export function labOf(call: Call): LabRecord {
  const input = call.probe.inputs.findIndex(({ kind }) => kind === 'socket');
  return recordOf(call, input, 'lab');
}

interface Records {
  readonly lab: LabRecord;
  readonly worker: WorkerRecord;
  readonly listener: ListenerRecord;
}
const EMPTY: Records = {
  lab: { kind: 'lab', messages: [], omitted: 0, sha256: null },
  worker: { kind: 'worker', parts: [], omitted: 0 },
  listener: { kind: 'listener', calls: [], omitted: 0 },
};

/** What the nth argument noted; nothing where the call was over before. */
export function recordOf<K extends ProbeRecord['kind']>(
  { result, probe }: Call,
  input: number,
  kind: K,
): Records[K] {
  const record = result.records?.[input];
  if (record?.kind === kind) return record as Records[K];
  const given = probe.inputs[input]?.kind;
  if (given !== (kind === 'lab' ? 'socket' : kind))
    throw new TypeError(
      `Argument ${String(input)} of ${probe.call} keeps no record: make it by ${kind === 'lab' ? 'socket' : kind}(…).`,
    );
  return EMPTY[kind];
}

/** The file that a call's lab or Worker waits for. */
export function fileOf({ probe }: Call, of: 'socket' | 'worker'): MadeFile {
  for (const input of probe.inputs) {
    if (input.kind === 'socket' && of === 'socket') return input.lab.file;
    if (input.kind === 'worker' && of === 'worker') return input.file;
  }
  throw new TypeError(`${probe.call} is given no ${of}.`);
}

/** The messages of one kind, in order. */
export const messagesOf = (call: Call, event: LabMessage['event']): readonly LabMessage[] =>
  labOf(call).messages.filter((message) => message.event === event);

function numberOf(value: ListenerRecord['calls'][number]['value']): number | null {
  if (value.kind === 'primitive' && value.type === 'number') return Number(value.text);
  // Two decimals are often made by toFixed, which gives a string.
  const text = value.kind === 'string' ? value.text.replace(/\s*%$/, '') : '';
  return text === '' ? null : Number(text);
}

const textOf = (value: ListenerRecord['calls'][number]['value']): string =>
  value.kind === 'primitive' || value.kind === 'string' ? value.text : value.kind;

const spotOf = ({ line, step }: BlobRead): Spot => ({ ...NO_SPOT, line, step });

function fails(call: Call, problem: Problem, spot: Spot = NO_SPOT): Finding {
  return { problem, call, spot };
}

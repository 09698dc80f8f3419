/** What a call's lab, Worker and listeners noted: found by argument. */
import type { Call } from './attempt';
import type { CanvasRecord } from './canvas';
import type { LabMessage, LabRecord, ListenerRecord, ProbeRecord, WorkerRecord } from './lab';
import type { MadeFile } from './made-file';
import type { MediaRecord } from './media';

/** What the call's lab noted. */
export function labOf(call: Call): LabRecord {
  const input = call.probe.inputs.findIndex(({ kind }) => kind === 'socket');
  return recordOf(call, input, 'lab');
}

/** The messages of one kind, in order. */
export const messagesOf = (call: Call, event: LabMessage['event']): readonly LabMessage[] =>
  labOf(call).messages.filter((message) => message.event === event);

export const mostInFlight = ({ messages }: LabRecord): number =>
  Math.max(0, ...messages.map(({ inFlight }) => inFlight));

/** Where the lab stood when the connection was lost, and the step of its answer behind that; null where it never was. */
export function resumedAt({ messages }: LabRecord): { has: number; step: number } | null {
  const lost = messages.findIndex(({ event }) => event === 'disconnect');
  if (lost < 0) return null;
  const ready = messages.find(({ event }, i) => i > lost && event === 'ready');
  return ready === undefined ? null : { has: messages[lost]?.next ?? 0, step: ready.step };
}

/** The file that a call's lab or Worker waits for. */
export function fileOf({ probe }: Call, of: 'socket' | 'worker'): MadeFile {
  for (const input of probe.inputs) {
    if (input.kind === 'socket' && of === 'socket') return input.lab.file;
    if (input.kind === 'worker' && of === 'worker') return input.file;
  }
  throw new TypeError(`${probe.call} is given no ${of}.`);
}

interface Records {
  readonly lab: LabRecord;
  readonly worker: WorkerRecord;
  readonly listener: ListenerRecord;
  readonly canvas: CanvasRecord;
  readonly media: MediaRecord;
}
const EMPTY: Records = {
  lab: { kind: 'lab', messages: [], omitted: 0, sha256: null },
  worker: { kind: 'worker', parts: [], omitted: 0 },
  listener: { kind: 'listener', calls: [], omitted: 0 },
  canvas: { kind: 'canvas', calls: [], omitted: 0, states: [] },
  media: { kind: 'media', notes: [], omitted: 0, urlId: null },
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

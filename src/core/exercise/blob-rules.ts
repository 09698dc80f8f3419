/** Rules on Blobs: what a call returned, how it read its file, and whether it gave every object URL back. */
import type { Call } from './attempt';
import { differingBytes, findSlip } from './compare';
import { factsOf, type Fact } from './facts';
import { fails, NO_SPOT, type Spot } from './feedback';
import { labOf, resumedAt } from './records';
import { from, withResult, wrongType, type CallRule, type From } from './result-rules';

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

const spotOf = ({ line, step }: BlobRead): Spot => ({ ...NO_SPOT, line, step });

/**
 * The call gave a Blob with these bytes. Only its first bytes are shown to a check: keep it small.
 *
 * @param options `type`: its media type (any, unless told)
 */
export function returnsBlob(
  expected: From<Uint8Array>,
  { type }: { readonly type?: string } = {},
): CallRule {
  return (call) =>
    withResult(call, ({ value }) => {
      if (value.kind !== 'blob') return wrongType(call, 'Blob', value);
      const wanted = from(expected, call);
      const range = { start: 0, end: Math.max(wanted.length, value.size) };
      const found = value.bytes ?? new Uint8Array(0);
      const differing = differingBytes(wanted, found);
      if (differing.length > 0) {
        const slip = findSlip(wanted, found, range);
        const problem = { kind: 'bytes', of: 'returned', expected: wanted, found } as const;
        return fails(call, { ...problem, range, differing, slip });
      }
      if (type === undefined || type === value.type) return null;
      return fails(call, { kind: 'blob-type', expected: type, found: value.type });
    });
}

/** So many bytes of Blobs were read at most. */
export function blobBytesAtMost(most: number): CallRule {
  return (call) => {
    let found = 0;
    let over: BlobRead | null = null;
    for (const read of blobReadsOf(call)) {
      found += read.end - read.start;
      if (found > most) over ??= read;
    }
    return over === null ? null : fails(call, { kind: 'blob-bytes', found, most }, spotOf(over));
  };
}

/** Every object URL that was made was given back. */
export function revokesAll(): CallRule {
  return (call) => {
    const { made, live } = urlsOf(call);
    const [first] = live.values();
    if (first === undefined) return null;
    return fails(call, { kind: 'urls', made, live: live.size }, first);
  };
}

/** Object URLs that a call made, and those of them that are live at its end, by number. */
export function urlsOf(call: Call): {
  readonly made: number;
  readonly live: ReadonlyMap<number, Spot>;
} {
  const live = new Map<number, Spot>();
  let made = 0;
  for (const fact of factsOf(call)) {
    if (fact.kind !== 'step' || fact.step.kind !== 'url') continue;
    const { detail, step } = fact.step;
    if (detail?.operation === 'createObjectURL') {
      made++;
      live.set(detail.url?.id ?? -made, { ...NO_SPOT, line: fact.line, step });
    } else if (detail?.url !== undefined) live.delete(detail.url.id);
  }
  return { made, live };
}

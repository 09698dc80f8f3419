/** Rules on how a call read its file: how much of it, when, and what again. */
import type { Call } from './attempt';
import { factsOf, type Fact } from './facts';
import { fails, NO_SPOT, type Spot } from './feedback';
import { labOf, resumedAt } from './records';
import type { CallRule } from './result-rules';

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

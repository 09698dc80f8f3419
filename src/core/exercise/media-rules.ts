/** Rules on what a call did to its MediaSource, by what that noted. Nothing that a program says of itself counts. */
import type { Preview } from '../trace/console-entry';
import type { Call } from './attempt';
import { factsOf } from './facts';
import { fails, NO_SPOT, type Spot } from './feedback';
import type { MediaBehaviour, MediaEventName, MediaNote, MediaRecord } from './media';
import { recordOf } from './records';
import { noResult, type CallRule } from './result-rules';
import { formatFound } from './values';

/** What the MediaSource of a call noted. */
export function mediaOf(call: Call): MediaRecord {
  const input = call.probe.inputs.findIndex(({ kind }) => kind === 'media');
  return recordOf(call, input, 'media');
}

/** How the MediaSource of a call behaves. */
export function behaviourOf({ probe }: Call): MediaBehaviour {
  for (const input of probe.inputs) if (input.kind === 'media') return input.media;
  throw new TypeError(`${probe.call} is given no media.`);
}

/** Its notes of one kind, in order. */
export const notesOf = (call: Call, event: MediaEventName): readonly MediaNote[] =>
  mediaOf(call).notes.filter((note) => note.event === event);

/** Appends that were taken. */
export const appendsOf = (call: Call): readonly MediaNote[] =>
  notesOf(call, 'appendBuffer').filter(({ error }) => error === null);

const OPERATIONS: readonly MediaEventName[] = ['appendBuffer', 'remove', 'endOfStream', 'duration'];

const spotOf = ({ line }: MediaNote): Spot => ({ ...NO_SPOT, line });

/** Nothing was asked of a SourceBuffer that was updating. */
export function neverWhileUpdating(): CallRule {
  return (call) => {
    for (const operation of OPERATIONS) {
      const index = notesOf(call, operation).findIndex(
        ({ updating, error }) => updating && error === 'InvalidStateError',
      );
      if (index >= 0) return fails(call, { kind: 'media-busy', operation, number: index + 1 });
    }
    return null;
  };
}

/** No listener of a media object or of the stream let an error out. */
export function nothingUncaught(): CallRule {
  return (call) => {
    const [note] = notesOf(call, 'uncaught');
    if (note === undefined) return null;
    const { text, error } = note;
    const problem = { kind: 'media-uncaught', event: text ?? '', error: error ?? '' } as const;
    return fails(call, problem, spotOf(note));
  };
}

/** Every byte of the file was appended, in order. */
export function appendsAll(): CallRule {
  return (call) => {
    const appends = appendsOf(call);
    const wrong = appends.find(({ same }) => !same);
    const found = appends.reduce((total, { byteLength }) => total + byteLength, 0);
    const expected = behaviourOf(call).file.byteLength;
    if (wrong === undefined && found === expected) return null;
    const stopped = noResult(call);
    if (stopped !== null) return stopped;
    const differsAt = wrong?.offset ?? null;
    return fails(call, { kind: 'media-bytes', expected, found, differsAt });
  };
}

/** `endOfStream` was called once, and it was right to. */
export function endsOnce(): CallRule {
  return (call) => {
    const ends = notesOf(call, 'endOfStream');
    if (ends.length === 1 && ends[0]?.error === null) return null;
    return fails(call, { kind: 'media-ends', found: ends.length });
  };
}

/** Once the SourceBuffer had failed, nothing more was asked of it. */
export function nothingAfterFailure(): CallRule {
  return (call) => {
    const { notes } = mediaOf(call);
    const failure = notes.findIndex(({ event }) => event === 'error');
    const late = notes.find(
      ({ event }, i) => failure >= 0 && i > failure && OPERATIONS.includes(event),
    );
    if (late === undefined) return null;
    return fails(call, { kind: 'media-after-failure', operation: late.event });
  };
}

/** The nth argument was called with these values, and not again. */
export function told(input: number, expected: (call: Call) => readonly boolean[]): CallRule {
  return (call) => {
    const { calls } = recordOf(call, input, 'listener');
    const wanted = expected(call).map(String);
    for (let i = 0; i < Math.max(wanted.length, calls.length); i++) {
      const found = calls[i] === undefined ? null : formatFound(calls[i]?.value as Preview);
      const want = wanted[i] ?? null;
      if (found === want) continue;
      const stopped = noResult(call);
      if (stopped !== null) return stopped;
      return fails(call, { kind: 'told', expected: want, found });
    }
    return null;
  };
}

/** The nth argument was called with some text: once where something is wrong, and else never. */
export function toldText(input: number, isWanted: (call: Call) => boolean): CallRule {
  return (call) => {
    const { calls } = recordOf(call, input, 'listener');
    const [first, second] = calls;
    const isText = first?.value.kind === 'string' && first.value.text.trim() !== '';
    if (isWanted(call) ? isText && second === undefined : first === undefined) return null;
    const stopped = noResult(call);
    if (stopped !== null) return stopped;
    const too = isWanted(call) && isText ? second : first;
    return fails(call, {
      kind: 'told',
      expected: isWanted(call) && !isText ? 'a message' : null,
      found: too === undefined ? null : formatFound(too.value),
    });
  };
}

/** A type in one way of writing it: no spaces, codecs in order. */
export function plainType(type: string): string {
  const match = /^\s*([\w/]+)\s*;\s*codecs="?([^"]*)"?\s*$/.exec(type);
  const codecs = (match?.[2] ?? '').split(',').map((codec) => codec.trim());
  return match === null ? type : `${match[1]}; codecs="${codecs.toSorted().join(',')}"`;
}

/** `addSourceBuffer` got this type, in whatever order its codecs stand; null: it was not called. */
export function addsType(expected: (call: Call) => string | null): CallRule {
  return (call) => {
    const [note] = notesOf(call, 'addSourceBuffer');
    const found = note?.text ?? null;
    const wanted = expected(call);
    const isRight =
      wanted === null || found === null
        ? found === wanted
        : note?.error === null && plainType(found) === plainType(wanted);
    if (isRight) return null;
    const stopped = found === null ? noResult(call) : null;
    if (stopped !== null) return stopped;
    return fails(call, { kind: 'media-type', expected: wanted, found });
  };
}

/** `isTypeSupported` was asked about the type before `addSourceBuffer` was given it. */
export function asksFirst(): CallRule {
  return (call) => {
    const { notes } = mediaOf(call);
    const added = notes.findIndex(({ event }) => event === 'addSourceBuffer');
    const type = notes[added]?.text ?? null;
    if (type === null) return null;
    const asked = notes.findIndex(
      ({ event, text }) => event === 'isTypeSupported' && text === type,
    );
    if (asked >= 0 && asked < added) return null;
    return fails(call, { kind: 'media-unasked', type });
  };
}

/** The address that the element has as its `src` was revoked, once the MediaSource was open. */
export function revokesUrl(): CallRule {
  return (call) => {
    const { notes, urlId } = mediaOf(call);
    const opened = notes.find(({ event }) => event === 'sourceopen')?.step ?? Infinity;
    for (const fact of factsOf(call)) {
      if (fact.kind !== 'step' || fact.step.kind !== 'url') continue;
      const { detail, step } = fact.step;
      if (detail?.operation !== 'revokeObjectURL' || detail.url?.id !== urlId) continue;
      if (step > opened) return null;
      const spot = { ...NO_SPOT, line: fact.line, step };
      return fails(call, { kind: 'media-url', isEarly: true }, spot);
    }
    return fails(call, { kind: 'media-url', isEarly: false });
  };
}

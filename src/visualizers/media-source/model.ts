/**
 * A run's MediaSource at a step: what is buffered, what is being appended, what waits, and why playing does. Pure: a
 * recording and a message log go in.
 */
import type { NetLog, NetMessage } from '../../core/trace/net-log';
import type {
  AppendFact,
  ElementState,
  PlaybackError,
  SourceBufferState,
  SourceState,
} from '../../core/trace/playback-facts';
import { playbackSteps, type PlaybackStep } from '../../core/trace/playback-steps';
import type { Trace } from '../../core/trace/trace';
import { messagesAt, type NetStep } from '../messages/moment';
import { common, gapsIn, rangeAt, without, type TimeSet } from './time-ranges';

/** `threw`: the call itself did, and nothing was appended. */
export type AppendOutcome = 'appended' | 'failed' | 'aborted' | 'threw';

interface PlannedAppend {
  readonly fact: AppendFact;
  readonly step: number;
  readonly line: number | null;
  /** The last step of it; Infinity where the run ended before. */
  readonly endStep: number;
  readonly outcome: AppendOutcome | null;
  readonly error: PlaybackError | null;
  /** Times that were buffered after it and not before. */
  readonly added: TimeSet;
  /** The message that brought its bytes. */
  readonly arrival: Arrival | null;
}

/** A message of the lab that brought bytes. */
export interface Arrival {
  readonly message: NetMessage;
  /** Of the chunks of its file, from 1, by their place in it. */
  readonly chunk: number;
}

interface PlannedBuffer {
  readonly id: number;
  readonly sourceId: number;
  readonly appends: readonly PlannedAppend[];
}

/** What is the same at every step. */
export interface PlaybackPlan {
  readonly steps: readonly PlaybackStep[];
  readonly log: NetLog | null;
  readonly arrivals: readonly Arrival[];
  readonly buffers: readonly PlannedBuffer[];
  /** MediaSources of the run, by number. */
  readonly sources: readonly number[];
}

export function planPlayback(trace: Trace, log: NetLog | null): PlaybackPlan {
  const steps = playbackSteps(trace).filter(({ fact }) => fact.state.source !== null);
  const arrivals = arrivalsOf(log);
  const sources = new Set<number>();
  const drafts = new Map<number, Draft>();
  for (const step of steps) {
    const { source } = step.fact.state;
    if (source === null) continue;
    sources.add(source.id);
    for (const { id } of source.buffers)
      if (!drafts.has(id)) drafts.set(id, new Draft(id, source.id));
    if (step.fact.target === 'source-buffer') {
      const draft = drafts.get(step.fact.id) ?? new Draft(step.fact.id, source.id);
      drafts.set(step.fact.id, draft);
      draft.take(step);
    }
  }
  const taken = new Set<number>();
  const buffers = [...drafts.values()].map((draft) => draft.planned(arrivals, taken));
  // What is not appended message by message is put together by the program first: nothing of it waits.
  const rows = new Set(
    arrivals.filter(({ message }) => taken.has(message.id)).map(({ message }) => rowOf(message)),
  );
  return {
    steps,
    log,
    arrivals: arrivals.filter(({ message }) => rows.has(rowOf(message))),
    buffers,
    sources: [...sources],
  };
}

/** A SourceBuffer whose steps are gone through. */
class Draft {
  readonly #id: number;
  readonly #sourceId: number;
  readonly #appends: PlannedAppend[] = [];
  #open: { at: number; append: PlannedAppend; before: TimeSet; outcome: AppendOutcome } | null =
    null;

  constructor(id: number, sourceId: number) {
    this.#id = id;
    this.#sourceId = sourceId;
  }

  take({ step, operation, line, fact }: PlaybackStep): void {
    const { append } = fact;
    const buffered = bufferIn(fact.state.source, this.#id)?.buffered ?? [];
    if (operation === 'appendBuffer' && append !== null) {
      const base = { fact: append, step, line, added: [], arrival: null };
      if (fact.phase === 'threw') {
        this.#appends.push({ ...base, endStep: step, outcome: 'threw', error: fact.error });
        return;
      }
      const made = { ...base, endStep: Infinity, outcome: null, error: null };
      const at = this.#appends.push(made) - 1;
      this.#open = { at, append: made, before: buffered, outcome: 'appended' };
    }
    const open = this.#open;
    if (open === null || fact.phase !== 'event') return;
    if (operation === 'error') open.outcome = 'failed';
    else if (operation === 'abort') open.outcome = 'aborted';
    else if (operation === 'updateend') {
      this.#appends[open.at] = {
        ...open.append,
        endStep: step,
        outcome: open.outcome,
        added: without(buffered, open.before),
      };
      this.#open = null;
    }
  }

  planned(arrivals: readonly Arrival[], taken: Set<number>): PlannedBuffer {
    const appends = this.#appends.map((append) => {
      const fitting = arrivals.filter(
        ({ message: { step, byteLength } }) =>
          step !== null && step <= append.step && byteLength === append.fact.byteLength,
      );
      const free = fitting.find(({ message }) => !taken.has(message.id));
      // Bytes that are appended once more before the first time is over.
      const arrival = free ?? (append.outcome === 'threw' ? fitting.at(-1) : undefined);
      if (arrival === undefined) return append;
      // What threw was not appended: the same bytes may come again.
      if (append.outcome !== 'threw') taken.add(arrival.message.id);
      return { ...append, arrival };
    });
    return { id: this.#id, sourceId: this.#sourceId, appends };
  }
}

/** Messages of the lab that carry bytes, as they are heard; a chunk's number is its place in its file, or in its row. */
function arrivalsOf(log: NetLog | null): readonly Arrival[] {
  const messages = (log?.messages ?? []).filter(
    ({ from, what, byteLength }) =>
      from === 'lab' && (what === 'event' || what === 'body') && byteLength > 0,
  );
  const rows = new Map<string, number[]>();
  const placeOf = ({ id, part }: NetMessage) => part?.start ?? id;
  for (const message of messages) {
    const places = rows.get(rowOf(message)) ?? [];
    if (!places.includes(placeOf(message))) places.push(placeOf(message));
    rows.set(rowOf(message), places);
  }
  for (const places of rows.values()) places.sort((a, b) => a - b);
  return messages
    .map((message) => ({
      message,
      chunk: (rows.get(rowOf(message)) ?? []).indexOf(placeOf(message)) + 1,
    }))
    .sort((a, b) => (a.message.step ?? Infinity) - (b.message.step ?? Infinity));
}

/** Messages that are chunks of one thing: of a file, of a request's body, or of one event. */
const rowOf = ({ part, what, answers, room, name }: NetMessage): string =>
  part !== null ? `file ${part.file}` : what === 'body' ? `body ${answers}` : `${room} ${name}`;

const bufferIn = (source: SourceState | null, id: number): SourceBufferState | null =>
  source?.buffers.find((buffer) => buffer.id === id) ?? null;

/** What an append is called: by the chunk that a message brought, else by its own number. */
export interface AppendName {
  readonly by: 'chunk' | 'append';
  readonly number: number;
}

export interface ShownAppend {
  readonly number: number;
  readonly name: AppendName;
  readonly byteLength: number;
  readonly state: AppendOutcome | 'appending';
  readonly step: number;
  readonly line: number | null;
  readonly error: PlaybackError | null;
  /** Of what it brought: what is still buffered; while it is going on, what it will bring. */
  readonly times: TimeSet;
}

/** Arrived, and not given to a SourceBuffer yet. */
export interface WaitingChunk {
  readonly chunk: number;
  readonly byteLength: number;
  readonly messageId: number;
  /** The step at which the program heard it. */
  readonly step: number;
  /** Where it will be, as far as the run has told. */
  readonly times: TimeSet;
}

/** One rise and fall of `updating`, in milliseconds; `end` is null while it is high. */
export interface Pulse {
  readonly start: number;
  readonly end: number | null;
  readonly step: number;
}

export interface ShownBuffer {
  readonly state: SourceBufferState;
  readonly appends: readonly ShownAppend[];
  readonly pulses: readonly Pulse[];
  readonly gaps: TimeSet;
}

/** Why playing waits where it does. */
export interface Stall {
  /** Seconds. */
  readonly at: number;
  /** Where in the buffered ranges: at the end of one, in the middle of one, or in none. */
  readonly place: 'end' | 'middle' | 'none';
  readonly because:
    | { readonly kind: 'failed'; readonly name: AppendName }
    | { readonly kind: 'appending'; readonly name: AppendName }
    | { readonly kind: 'gap'; readonly until: number; readonly inFlight: InFlight | null }
    | { readonly kind: 'queued'; readonly chunks: number }
    | { readonly kind: 'in flight'; readonly inFlight: InFlight }
    | { readonly kind: 'lost'; readonly messages: readonly number[] }
    /** A request whose answer has not come to its end. */
    | { readonly kind: 'asked'; readonly message: number }
    | { readonly kind: 'nothing' };
}

export interface InFlight {
  readonly messages: readonly number[];
  readonly bytes: number;
}

export interface PlaybackScene {
  readonly source: SourceState;
  readonly element: ElementState | null;
  readonly buffers: readonly ShownBuffer[];
  readonly waiting: readonly WaitingChunk[];
  readonly inFlight: InFlight;
  readonly stall: Stall | null;
  /** Newest last; without those that only say that time goes on. */
  readonly events: readonly PlaybackStep[];
  /** Milliseconds since the run began. */
  readonly now: number;
  /** Seconds that the bar shows, the same at every step. */
  readonly extent: number;
}

/** All that a picture of the plan depends on: the last of its steps that has come. */
export function lastPlaybackStep({ steps, arrivals }: PlaybackPlan, step: number): number {
  let last = 0;
  for (const each of steps) if (each.step <= step) last = each.step;
  for (const { message } of arrivals)
    if (message.step !== null && message.step <= step) last = Math.max(last, message.step);
  return last;
}

/** The MediaSource that a step is about: the last one that had something to say. */
export function sourceAt({ steps, sources }: PlaybackPlan, step: NetStep): number | null {
  const last = steps.findLast((each) => each.step <= step);
  return last?.fact.state.source?.id ?? sources[0] ?? null;
}

/** Null before there is a MediaSource. */
export function sceneAt(plan: PlaybackPlan, step: NetStep, sourceId: number): PlaybackScene | null {
  const events = plan.steps.filter(
    ({ step: at, fact }) => at <= step && fact.state.source?.id === sourceId,
  );
  const last = events.at(-1);
  const source = last?.fact.state.source;
  if (!last || !source) return null;
  const element = events.findLast(({ fact }) => fact.state.element !== null)?.fact.state.element;
  const buffers = source.buffers.map((state): ShownBuffer => {
    const planned = plan.buffers.find(({ id }) => id === state.id);
    const appends = (planned?.appends ?? [])
      .filter((append) => append.step <= step)
      .map((append) => shownAppend(append, step, state));
    return { state, appends, pulses: pulsesOf(events, state.id), gaps: gapsIn(state.buffered) };
  });
  const waiting = waitingAt(plan, step);
  const inFlight = inFlightAt(plan, step);
  const scene = {
    source,
    element: element ?? null,
    buffers,
    waiting,
    inFlight,
    events: events.filter(({ operation }) => operation !== 'timeupdate'),
    now: last.fact.time,
    extent: extentOf(plan, sourceId),
  };
  return { ...scene, stall: stallAt(scene, plan, step) };
}

function shownAppend(
  append: PlannedAppend,
  step: number,
  { buffered }: SourceBufferState,
): ShownAppend {
  const { fact, outcome, endStep, added, arrival, error, line } = append;
  const isOver = endStep <= step;
  return {
    number: fact.number,
    name:
      arrival === null
        ? { by: 'append', number: fact.number }
        : { by: 'chunk', number: arrival.chunk },
    byteLength: fact.byteLength,
    state: isOver && outcome !== null ? outcome : 'appending',
    step: append.step,
    line,
    error,
    times: isOver ? common(added, buffered) : added,
  };
}

function pulsesOf(events: readonly PlaybackStep[], bufferId: number): readonly Pulse[] {
  const pulses: Pulse[] = [];
  let open: Pulse | null = null;
  for (const { step, fact } of events) {
    const updating = bufferIn(fact.state.source, bufferId)?.updating ?? false;
    if (updating && open === null) open = { start: fact.time, end: null, step };
    else if (!updating && open !== null) {
      pulses.push({ ...open, end: fact.time });
      open = null;
    }
  }
  return open === null ? pulses : [...pulses, open];
}

function waitingAt({ arrivals, buffers }: PlaybackPlan, step: NetStep): readonly WaitingChunk[] {
  const takers = buffers.flatMap(({ appends }) => appends.filter((a) => a.outcome !== 'threw'));
  return arrivals.flatMap(({ message, chunk }): WaitingChunk[] => {
    if (message.step === null || message.step > step) return [];
    const taker = takers.find(({ arrival }) => arrival?.message.id === message.id);
    if (taker !== undefined && taker.step <= step) return [];
    const { id, byteLength, step: heard } = message;
    return [{ chunk, byteLength, messageId: id, step: heard, times: taker?.added ?? [] }];
  });
}

function inFlightAt({ log, arrivals }: PlaybackPlan, step: NetStep): InFlight {
  if (log === null) return { messages: [], bytes: 0 };
  const mine = new Set(arrivals.map(({ message }) => message.id));
  const flying = messagesAt(log, step).filter(
    ({ message, fate }) => mine.has(message.id) && fate === 'on its way',
  );
  return {
    messages: flying.map(({ message }) => message.id),
    bytes: flying.reduce((sum, { message }) => sum + message.byteLength, 0),
  };
}

/** Events of an element after which it no longer waits. */
const GOES_ON: ReadonlySet<string> = new Set([
  ...['playing', 'canplay', 'canplaythrough', 'pause', 'ended', 'emptied', 'error', 'loadstart'],
]);

function stallAt(
  { buffers, waiting, inFlight, element, events }: Omit<PlaybackScene, 'stall'>,
  { log, arrivals }: PlaybackPlan,
  step: NetStep,
): Stall | null {
  if (element === null || element.ended) return null;
  const lastWord = events.findLast(
    ({ operation, fact }) =>
      fact.target === 'element' &&
      fact.phase === 'event' &&
      (operation === 'waiting' || GOES_ON.has(operation)),
  );
  if (lastWord?.operation !== 'waiting') return null;
  const at = element.currentTime;
  const here = rangeAt(element.buffered, at);
  const place = here === null ? 'none' : here.end - at < NEARLY_NOTHING ? 'end' : 'middle';
  const next = element.buffered.find(({ start }) => start > at + NEARLY_NOTHING);
  const appends = buffers.flatMap(({ appends: each }) => each);
  const failed = appends.findLast(({ state }) => state === 'failed');
  const appending = appends.findLast(({ state }) => state === 'appending');
  const flying = inFlight.messages.length === 0 ? null : inFlight;
  const lost =
    log === null
      ? []
      : messagesAt(log, step)
          .filter(
            ({ message, fate }) =>
              fate === 'lost' && arrivals.some((each) => each.message.id === message.id),
          )
          .map(({ message }) => message.id);
  const because = ((): Stall['because'] => {
    if (failed !== undefined) return { kind: 'failed', name: failed.name };
    if (appending !== undefined) return { kind: 'appending', name: appending.name };
    if (next !== undefined) return { kind: 'gap', until: next.start, inFlight: flying };
    if (waiting.length > 0) return { kind: 'queued', chunks: waiting.length };
    if (flying !== null) return { kind: 'in flight', inFlight: flying };
    if (lost.length > 0) return { kind: 'lost', messages: lost };
    const asked = log === null ? null : openRequest(log, step);
    if (asked !== null) return { kind: 'asked', message: asked };
    return { kind: 'nothing' };
  })();
  return { at, place, because };
}

/** The last request that has been sent and not answered to its end. */
function openRequest(log: NetLog, step: NetStep): number | null {
  const then = messagesAt(log, step).filter(({ fate }) => fate !== 'not yet');
  const isOver = (id: number) =>
    then.some(
      ({ message, fate }) =>
        message.answers === id &&
        message.what === 'body' &&
        message.byteLength === 0 &&
        fate !== 'on its way',
    );
  const open = then.findLast(({ message: { id, what, from } }) => {
    return what === 'request' && from === 'client' && !isOver(id);
  });
  return open?.message.id ?? null;
}

/** Engines stop some frames before the end of what they have. */
const NEARLY_NOTHING = 0.35;

function extentOf({ steps }: PlaybackPlan, sourceId: number): number {
  let extent = 0;
  for (const { fact } of steps) {
    const { source, element } = fact.state;
    if (source?.id !== sourceId) continue;
    if (Number.isFinite(source.duration)) extent = Math.max(extent, source.duration);
    for (const { buffered } of source.buffers) extent = Math.max(extent, buffered.at(-1)?.end ?? 0);
    extent = Math.max(extent, element?.currentTime ?? 0);
  }
  return extent === 0 ? 1 : extent;
}

/** Pulses that the logic trace shows, at most. */
const MOST_PULSES = 8;

export interface LogicTrace {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly pulses: readonly Pulse[];
}

/** The last rises and falls of `updating`, up to now. */
export function logicTrace({ pulses }: ShownBuffer, now: number): LogicTrace {
  const shown = pulses.slice(-MOST_PULSES);
  const first = shown[0]?.start ?? now;
  const last = shown.at(-1)?.end ?? now;
  const span = Math.max(1, last - first);
  // What goes on after the last fall is a flat line: as long as it needs to be seen.
  const to = Math.max(first + 1, Math.min(now, last + span * 0.25));
  return { from: Math.max(0, first - span * 0.08), to, pulses: shown };
}

/** The line as a path in a box of that size: low, high while updating, up to now. */
export function logicPath({ from, to, pulses }: LogicTrace, width: number, height: number): string {
  const x = (time: number) => (((time - from) / (to - from)) * width).toFixed(1);
  const rises = pulses.map(({ start, end }) =>
    end === null ? `H${x(start)}V0H${width}` : `H${x(start)}V0H${x(end)}V${height}`,
  );
  const isHigh = pulses.at(-1)?.end === null;
  return `M0 ${height}${rises.join('')}${isHigh ? '' : `H${width}`}`;
}

/** Which chunk came ahead of one that stands before it in the file, and left a gap; null where all came in order. */
export function outOfOrder({ appends }: ShownBuffer): { early: number; late: number } | null {
  let highest = 0;
  for (const { name, state } of appends) {
    if (state === 'threw' || name.by === 'append') continue;
    const chunk = name.number;
    if (chunk < highest) return { early: highest, late: chunk };
    if (chunk > highest + 1 && highest > 0) return { early: chunk, late: highest + 1 };
    highest = chunk;
  }
  return null;
}

/** Interface text of the MediaSource view. */
import type { Texts } from './locale';

type AppendState = 'appended' | 'appending' | 'failed' | 'aborted' | 'threw';

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Flying {
  readonly messages: readonly number[];
  readonly bytes: number;
}

interface Name {
  readonly by: 'chunk' | 'append';
  readonly number: number;
}

type Because =
  | { readonly kind: 'failed' | 'appending'; readonly name: Name }
  | { readonly kind: 'gap'; readonly until: number; readonly inFlight: Flying | null }
  | { readonly kind: 'queued'; readonly chunks: number }
  | { readonly kind: 'in flight'; readonly inFlight: Flying }
  | { readonly kind: 'lost'; readonly messages: readonly number[] }
  | { readonly kind: 'asked'; readonly message: number }
  | { readonly kind: 'nothing' };

export interface MediaSourceText {
  readonly label: string;
  readonly partFailed: string;
  readonly partRetry: string;
  readonly which: string;
  readonly whichOption: (id: number) => string;
  readonly follow: string;
  readonly notYet: string;
  readonly buffered: string;
  readonly nothingBuffered: string;
  readonly ranges: (ranges: readonly Range[]) => string;
  readonly legend: string;
  readonly legends: Readonly<Record<'buffered' | 'appending' | 'missing', string>>;
  readonly bar: (of: {
    readonly type: string;
    readonly buffered: readonly Range[];
    readonly missing: readonly Range[];
    readonly appending: readonly Range[];
    readonly at: number | null;
  }) => string;
  readonly time: (seconds: number) => string;
  readonly tick: (seconds: number) => string;
  readonly stall: (at: number, place: 'end' | 'middle' | 'none', because: Because) => string;
  readonly sourceBuffer: (id: number, ofMany: boolean) => string;
  readonly states: string;
  readonly updating: string;
  readonly idle: string;
  readonly facts: Readonly<Record<'updating' | 'mode' | 'offset' | 'duration', string>>;
  readonly seconds: (seconds: number) => string;
  readonly logic: (pulses: number, isHigh: boolean) => string;
  readonly events: string;
  readonly earlierEvents: (count: number) => string;
  readonly event: (
    name: Name | null,
    ms: number,
    line: number | null,
    error: string | null,
  ) => string;
  readonly queue: string;
  readonly outOfOrder: (early: number, late: number) => string;
  /** Over its bytes: `5`; `#6` where chunks are counted otherwise than appends. */
  readonly short: (name: Name, isMixed: boolean) => string;
  readonly append: (
    name: Name,
    state: AppendState,
    bytes: number,
    line: number | null,
    error: string | null,
  ) => string;
  readonly appendStates: Readonly<Record<AppendState, string>>;
  readonly waiting: string;
  readonly waitingChunk: (chunk: number, bytes: number) => string;
  readonly size: (bytes: number) => string;
  readonly moreAppends: (count: number) => string;
  readonly emptyQueue: string;
  readonly summary: (waiting: number, flying: Flying) => string;
  readonly bytesOf: (name: Name) => string;
  readonly notKept: string;
  readonly notRead: string;
  readonly partNote: (from: number, to: number) => string;
}

const whole = new Intl.NumberFormat('en');
const two = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const list = new Intl.ListFormat('en');

const size = (bytes: number): string =>
  bytes < 1000
    ? `${whole.format(bytes)} B`
    : bytes < 1e6
      ? `${short.format(bytes / 1e3)} kB`
      : `${short.format(bytes / 1e6)} MB`;
const span = ({ start, end }: Range): string => `${two.format(start)}–${two.format(end)}`;
const spoken = (ranges: readonly Range[]): string =>
  list.format(
    ranges.map(({ start, end }) => `from ${two.format(start)} to ${two.format(end)} seconds`),
  );
const flying = ({ messages, bytes }: Flying): string =>
  `${size(bytes)} ${messages.length === 1 ? 'is' : 'are'} still on the way (${messages.length === 1 ? 'message' : 'messages'} ${list.format(messages.slice(0, 4).map((id) => whole.format(id + 1)))}${messages.length > 4 ? ', …' : ''})`;

const named = ({ by, number }: Name): string => `${by} ${whole.format(number)}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function reason(because: Because): string {
  switch (because.kind) {
    case 'failed':
      return `${named(because.name)} failed`;
    case 'appending':
      return `${named(because.name)} is still being appended`;
    case 'gap':
      return `the next range begins only at ${two.format(because.until)} s: what lies between has not been appended${because.inFlight === null ? '' : `, and ${flying(because.inFlight)}`}`;
    case 'queued':
      return because.chunks === 1
        ? 'a chunk that has arrived waits in the program: nothing appends it'
        : `${whole.format(because.chunks)} chunks that have arrived wait in the program: nothing appends them`;
    case 'in flight':
      return flying(because.inFlight);
    case 'lost':
      return `what should follow was lost on the way (${because.messages.length === 1 ? 'message' : 'messages'} ${list.format(because.messages.slice(0, 4).map((id) => whole.format(id + 1)))})`;
    case 'asked':
      return `the answer to its request (message ${whole.format(because.message + 1)}) has not come to its end`;
    case 'nothing':
      return 'nothing is on its way: the program has neither asked for more nor said that this is the end (endOfStream)';
  }
}

const places = {
  end: ', where the buffered range ends',
  middle: '',
  none: ', where nothing is buffered',
} as const;

const appendStates: Readonly<Record<AppendState, string>> = {
  appended: 'appended',
  appending: 'appending',
  failed: 'failed',
  aborted: 'aborted',
  threw: 'threw',
};

export const mediaSourceText: Texts<MediaSourceText> = {
  en: {
    label: 'MediaSource',
    partFailed: 'This view did not load.',
    partRetry: 'Try again',
    which: 'Which MediaSource',
    whichOption: (id) => `MediaSource ${id}`,
    follow: 'The one in use at the step',
    notYet: 'At this step there is no MediaSource yet.',
    buffered: 'Buffered',
    nothingBuffered: 'nothing yet',
    ranges: (ranges) => ranges.map(span).join(', '),
    legend: 'What the bar shows',
    legends: { buffered: 'buffered', appending: 'appending', missing: 'missing' },
    bar: ({ type, buffered, missing, appending, at }) =>
      [
        type === '' ? 'SourceBuffer' : type,
        buffered.length === 0 ? 'nothing buffered' : `buffered ${spoken(buffered)}`,
        ...(missing.length === 0 ? [] : [`missing ${spoken(missing)}`]),
        ...(appending.length === 0 ? [] : [`appending ${spoken(appending)}`]),
        ...(at === null ? [] : [`the playhead is at ${two.format(at)} seconds`]),
      ].join('; '),
    time: (seconds) => two.format(seconds),
    tick: (seconds) => `${whole.format(seconds)} s`,
    stall: (at, place, because) =>
      `Stalled at ${two.format(at)} s${places[place]}: ${reason(because)}.`,
    sourceBuffer: (id, ofMany) => (ofMany ? `SourceBuffer ${id}` : 'SourceBuffer'),
    states: 'MediaSource.readyState',
    updating: 'updating',
    idle: 'idle',
    facts: { updating: 'updating', mode: 'mode', offset: 'timestampOffset', duration: 'duration' },
    seconds: (seconds) =>
      Number.isNaN(seconds)
        ? 'NaN'
        : seconds === Infinity
          ? 'Infinity'
          : `${two.format(seconds)} s`,
    logic: (pulses, isHigh) =>
      pulses === 0
        ? 'updating has been false all the time'
        : `updating as a line: it rose ${pulses === 1 ? 'once' : `${whole.format(pulses)} times`} lately, and is ${isHigh ? 'high' : 'low'} now`,
    events: 'Calls and events, the latest first',
    earlierEvents: (count) => `${whole.format(count)} earlier`,
    event: (name, ms, line, error) =>
      [
        ...(error === null ? [] : [error]),
        ...(name === null ? [] : [named(name)]),
        ...(line === null ? [] : [`line ${line}`]),
        `${whole.format(Math.round(ms))} ms`,
      ].join(', '),
    queue: 'Queue',
    outOfOrder: (early, late) => `chunk ${early} came before chunk ${late}, which left a gap`,
    short: ({ by, number }, isMixed) => `${by === 'append' && isMixed ? '#' : ''}${number}`,
    append: (name, state, bytes, line, error) =>
      [
        capital(named(name)),
        appendStates[state],
        ...(error === null ? [] : [error]),
        `${whole.format(bytes)} bytes`,
        ...(line === null ? [] : [`line ${line}`]),
      ].join(', '),
    appendStates,
    waiting: 'waiting',
    waitingChunk: (chunk, bytes) =>
      `Chunk ${chunk}, arrived and waiting, ${whole.format(bytes)} bytes`,
    size,
    moreAppends: (count) => `${whole.format(count)} before these`,
    emptyQueue: 'Nothing has been appended, and nothing waits.',
    summary: (waiting, { messages, bytes }) =>
      [
        `${whole.format(waiting)} waiting`,
        messages.length === 0 ? 'nothing on the way' : `${size(bytes)} on the way`,
      ].join(', '),
    bytesOf: (name) => `Elements and bytes of ${named(name)}`,
    notKept: 'Its bytes were too many for the recording.',
    notRead: 'These bytes begin with nothing that a reader of WebM or MP4 knows.',
    partNote: (from, to) =>
      `Underlined: bytes ${whole.format(from)} to ${whole.format(to - 1)} of all that was appended so far.`,
  },
};

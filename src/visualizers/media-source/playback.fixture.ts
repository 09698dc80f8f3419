/** Recordings of a MediaSource for tests, written call by call and event by event. */
import type {
  ElementState,
  PlaybackFact,
  PlaybackState,
  SourceBufferState,
  SourceState,
  TimeRange,
} from '../../core/trace/playback-facts';
import { KIND, NO_BUFFER, NO_VIEW } from '../../core/trace/rows';
import type { Trace } from '../../core/trace/trace';
import { writeTrace, type TraceWriter } from '../../core/trace/trace-writer';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const range = (start: number, end: number): TimeRange => ({ start, end });

/** Joins ranges that touch. */
function joined(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const out: Mutable<TimeRange>[] = [];
  for (const { start, end } of sorted) {
    const last = out.at(-1);
    if (last && start <= last.end + 1e-6) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

export class RecordedPlayer {
  readonly element: Mutable<ElementState> = {
    id: 1,
    currentTime: 0,
    readyState: 0,
    paused: true,
    ended: false,
    buffered: [],
  };
  readonly source: Mutable<SourceState> = {
    id: 1,
    readyState: 'closed',
    duration: NaN,
    buffers: [],
  };
  readonly #buffers: Mutable<SourceBufferState>[] = [];
  readonly #writes: ((writer: TraceWriter) => void)[] = [];
  #time = 0;
  #appends = 0;
  /** Steps so far. */
  steps = 0;

  /** Milliseconds go by. */
  pass(ms: number): this {
    this.#time += ms;
    return this;
  }

  #say(
    target: PlaybackFact['target'],
    phase: PlaybackFact['phase'],
    operation: string,
    line: number | null,
    more: Partial<PlaybackFact> = {},
    bytes: Uint8Array | null = null,
  ): this {
    this.source.buffers = this.#buffers.map((buffer) => ({ ...buffer }));
    const state: PlaybackState = { element: { ...this.element }, source: { ...this.source } };
    const playback: PlaybackFact = {
      ...{ target, id: 1, phase, error: null, append: null, state, time: this.#time },
      ...more,
    };
    this.#writes.push((writer) =>
      writer.range(
        ...([KIND.media, 0, NO_BUFFER, NO_VIEW, line ?? 0] as const),
        range(0, bytes?.length ?? 0),
        bytes,
        null,
        { operation, source: null, playback },
      ),
    );
    this.steps++;
    return this;
  }

  open(type = 'video/webm; codecs="vp8"'): this {
    this.#say('media-source', 'call', 'new MediaSource', 1);
    this.source.readyState = 'open';
    this.#say('media-source', 'event', 'sourceopen', null);
    this.#buffers.push({
      ...{ id: 1, type, updating: false, mode: 'segments', timestampOffset: 0, buffered: [] },
    });
    return this.#say('media-source', 'call', 'addSourceBuffer', 5);
  }

  get buffer(): Mutable<SourceBufferState> {
    const [first] = this.#buffers;
    if (first === undefined) throw new Error('No SourceBuffer yet: call open().');
    return first;
  }

  /** The call alone; what follows on it is said by `finish`. */
  begin(byteLength: number, bytes: Uint8Array | null = null): this {
    this.buffer.updating = true;
    const append = { number: ++this.#appends, byteLength, bufferId: 0, byteOffset: 0 };
    this.#pending = append;
    this.#say('source-buffer', 'call', 'appendBuffer', 11, { append }, bytes);
    return this.#say('source-buffer', 'event', 'updatestart', null, { append });
  }
  #pending: PlaybackFact['append'] = null;

  finish(added: TimeRange | null, how: 'update' | 'error' | 'abort' = 'update'): this {
    this.buffer.updating = false;
    if (added !== null) {
      this.buffer.buffered = joined([...this.buffer.buffered, added]);
      this.element.buffered = this.buffer.buffered;
    }
    const append = this.#pending;
    this.#say('source-buffer', 'event', how, null, { append });
    return this.#say('source-buffer', 'event', 'updateend', null, { append });
  }

  append(byteLength: number, start: number, end: number): this {
    return this.begin(byteLength).pass(8).finish(range(start, end)).pass(2);
  }

  threw(byteLength: number, name: string): this {
    const append = { number: ++this.#appends, byteLength, bufferId: 0, byteOffset: 0 };
    const error = { name, message: 'This SourceBuffer is still processing.', code: null };
    return this.#say('source-buffer', 'threw', 'appendBuffer', 12, { append, error });
  }

  remove(start: number, end: number): this {
    this.buffer.updating = true;
    this.#pending = null;
    this.#say('source-buffer', 'call', 'remove', 20);
    this.#say('source-buffer', 'event', 'updatestart', null);
    this.buffer.buffered = this.buffer.buffered.flatMap((each) =>
      [
        range(each.start, Math.min(each.end, start)),
        range(Math.max(each.start, end), each.end),
      ].filter((part) => part.end > part.start),
    );
    return this.pass(3).finish(null);
  }

  set(operation: string, change: Partial<SourceBufferState>): this {
    Object.assign(this.buffer, change);
    return this.#say('source-buffer', 'call', operation, 7);
  }

  end(): this {
    this.source.readyState = 'ended';
    this.source.duration = this.buffer.buffered.at(-1)?.end ?? 0;
    this.#say('media-source', 'call', 'endOfStream', 30);
    return this.#say('media-source', 'event', 'sourceended', null);
  }

  reopen(): this {
    this.source.readyState = 'open';
    return this.#say('media-source', 'event', 'sourceopen', null);
  }

  /** An event of the element, at a time of its own. */
  plays(operation: string, currentTime: number): this {
    this.element.currentTime = currentTime;
    return this.#say('element', 'event', operation, null);
  }

  trace(): Trace {
    const sites = Array.from({ length: 40 }, (_, line) => ({ line, column: 1, text: '' }));
    return writeTrace({ buffers: [], views: [], sites }, (writer) => {
      for (const write of this.#writes) write(writer);
    });
  }
}

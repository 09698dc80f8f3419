/**
 * What steps know of MediaSource, SourceBuffer and media elements. Each sort is numbered from 1, in the order in which the
 * recorder first saw them.
 */

export type PlaybackTarget = 'media-source' | 'source-buffer' | 'element';

export interface PlaybackFact {
  readonly target: PlaybackTarget;
  readonly id: number;
  /**
   * `call`: the program called, or set an attribute (`src`, `currentTime`, `timestampOffset`); `threw`: it did, and the
   * call threw; `event`: the browser told, whether or not anybody listened.
   */
  readonly phase: 'call' | 'threw' | 'event';
  /** What was thrown, or what the element's `error` says at its `error` event. */
  readonly error: PlaybackError | null;
  /** For `appendBuffer`, and for the events that follow on one: which bytes. */
  readonly append: AppendFact | null;
  /** Everything as it was right after the step. */
  readonly state: PlaybackState;
  /** Milliseconds since the run began. */
  readonly time: number;
}

export interface PlaybackError {
  readonly name: string;
  readonly message: string;
  /** MediaError.code: 1 aborted, 2 network, 3 decode, 4 source not supported. */
  readonly code: number | null;
}

export interface AppendFact {
  /** Of this SourceBuffer's appends, from 1; one that threw has a number, too. */
  readonly number: number;
  readonly byteLength: number;
  /** Null where the recorder does not hold the buffer. */
  readonly bufferId: number | null;
  /** Of its first byte in that buffer. */
  readonly byteOffset: number;
}

/** What the fact's own objects belong together with: the element, its MediaSource, that one's SourceBuffers. */
export interface PlaybackState {
  readonly element: ElementState | null;
  readonly source: SourceState | null;
}

export interface ElementState {
  readonly id: number;
  /** Seconds. */
  readonly currentTime: number;
  /** HTMLMediaElement.readyState, 0 to 4. */
  readonly readyState: number;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly buffered: readonly TimeRange[];
}

export interface SourceState {
  readonly id: number;
  readonly readyState: 'closed' | 'open' | 'ended';
  /** Seconds; NaN and Infinity are what they are. */
  readonly duration: number;
  readonly buffers: readonly SourceBufferState[];
}

export interface SourceBufferState {
  readonly id: number;
  /** As `addSourceBuffer` or `changeType` was given it. */
  readonly type: string;
  readonly updating: boolean;
  readonly mode: 'segments' | 'sequence';
  /** Seconds. */
  readonly timestampOffset: number;
  readonly buffered: readonly TimeRange[];
}

/** In seconds, `[start, end)`. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Ranges of one `buffered` that are kept. */
export const MAX_TIME_RANGES = 64;
/** Bytes of one run's appends that are kept: those of each append up to here, whole; of later ones none. */
export const MAX_APPENDED_BYTES = 4 * 1024 * 1024;
/** SourceBuffers of one MediaSource that are kept. */
export const MAX_SOURCE_BUFFERS = 16;

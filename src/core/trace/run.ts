/** A run: one execution of a snippet, from the source that was run to what it printed and left in memory. */
import type { ProbeResult } from '../exercise/probe';
import type { ConsoleEntry } from './console-entry';
import type { MemoryState } from './memory-state';
import type { NetLog } from './net-log';
import type { PlaybackTarget } from './playback-facts';
import type { Trace } from './trace';

/** Where code runs: in a Worker inside the iframe, or on the iframe's own page (canvas, video, DOM). */
export type RealmKind = 'worker' | 'page';
/** The goal symbol the source is parsed with: modules are strict and may await at the top level. */
export type Goal = 'module' | 'script';

/** A DataView call that threw because its bytes lie outside the view. */
export interface FailedAccess {
  /** `setUint32`. */
  readonly method: string;
  /** The offset as the call gave it, from the start of the view. */
  readonly byteOffset: number;
  /** Bytes the value takes: 1, 2, 4 or 8. */
  readonly byteSize: number;
  readonly viewByteLength: number;
}

/** A call of MediaSource or SourceBuffer, or an assignment to them, that threw, and how things stood right then. */
export interface FailedMedia {
  readonly target: PlaybackTarget;
  /** `appendBuffer`, `timestampOffset`. */
  readonly call: string;
  /** The SourceBuffer's; of a MediaSource, that of any of its SourceBuffers. */
  readonly updating: boolean;
  /** The SourceBuffer belongs to no MediaSource any more. */
  readonly removed: boolean;
  /** Of the MediaSource; null where it is not known. */
  readonly readyState: 'closed' | 'open' | 'ended' | null;
  /** It is not NaN. */
  readonly hasDuration: boolean;
}

/** An error as the learner's program raised it. Lines and columns are the learner's, 1-based. */
export interface ErrorReport {
  /** `RangeError`, `SyntaxError`, …; `Error` when something else than an error was thrown. */
  readonly name: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
  /** `rejection` for a promise nobody handled, `syntax` when the source did not parse. */
  readonly origin: 'throw' | 'rejection' | 'syntax';
  /** Known when a watched DataView call threw this very error. */
  readonly access?: FailedAccess;
  /** Known when a watched call of media threw this very error. */
  readonly media?: FailedMedia;
}

export type Outcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'threw'; readonly error: ErrorReport }
  /** `guard`: 2 s without yielding; `watchdog`: 5 s without a sign of life; `reader`: Stop was pressed. */
  | {
      readonly kind: 'stopped';
      readonly by: 'reader' | 'guard' | 'watchdog';
      readonly line: number | null;
    }
  /** Messages were lost or forbidden: nothing about this run may be trusted. */
  | { readonly kind: 'lost'; readonly reason: string };

export interface Run {
  readonly runId: string;
  readonly source: string;
  readonly outcome: Outcome;
  readonly console: readonly ConsoleEntry[];
  /** Console calls beyond the budget that are not in `console`. */
  readonly omittedConsole: number;
  readonly memory: MemoryState;
  /** Every access, as far as it was recorded; null for a light recording. */
  readonly trace: Trace | null;
  /** Wall-clock milliseconds of the synchronous part and its awaited continuations. */
  readonly durationMs: number;
  /** What the probes of an exercise gave, as far as they were made; null or missing where none was begun. */
  readonly probes?: readonly ProbeResult[] | null;
  /** What went between the program and the lab until the body settled; null or missing where there was no network. */
  readonly net?: NetLog | null;
  /** What the server half printed until then. */
  readonly serverConsole?: readonly ConsoleEntry[];
}

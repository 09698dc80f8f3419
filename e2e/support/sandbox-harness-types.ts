/** What the attack suite and the benchmarks say to the harness page, and what it answers: plain JSON. */
import type { NetLog } from '../../src/core/trace/net-log';
import type { PlaybackStep } from '../../src/core/trace/playback-steps';
import type { FailedMedia, Goal, Outcome, RealmKind } from '../../src/core/trace/run';
import type { ProgramNetwork } from '../../src/sandbox';

export interface Order {
  readonly program: {
    readonly source: string;
    readonly realm: RealmKind;
    readonly goal?: Goal;
    readonly html?: string | null;
    readonly guardMs?: number;
    readonly network?: ProgramNetwork;
  };
  /** Stays until this line was printed. */
  readonly untilLine?: string;
  /** The reader presses "disconnect now" once the log has so many messages. */
  disconnectAt?: number | undefined;
  /** Presses Stop this long after the realm said it started. */
  readonly stopAfterMs?: number;
  /** Changes the page's colour scheme this long after the run began, which page realms are told. */
  readonly schemeAfterMs?: number;
  /** Stays to see what happens after the end. */
  readonly lingerMs?: number;
  readonly patienceMs?: number;
  /** Boots a spare first, as a bench does on the first sign of intent. Default true. */
  readonly warm?: boolean;
  readonly warmMs?: number;
  /** Leaves the realm alive afterwards. */
  readonly keep?: boolean;
  readonly countMessages?: boolean;
  readonly stallsFrom?: 'click' | 'started';
}

export interface Report {
  readonly runId: string;
  /** Null: nothing settled in time, which is never right. */
  readonly outcome: Outcome | null;
  readonly errorText: string | null;
  /** Console lines as they arrived, and as the run keeps them. */
  readonly lines: readonly string[];
  readonly kept: readonly { readonly text: string; readonly count: number }[];
  readonly omitted: number;
  readonly buffers: number;
  readonly settledCount: number;
  readonly ended: Outcome | null;
  readonly errors: readonly string[];
  readonly net: NetLog | null;
  /** Steps that had been told before the body settled. */
  readonly tracedEarly: number;
  /** Steps of the latest trace. */
  readonly traced: number;
  /** What is known of those errors that calls of media threw. */
  readonly failedMedia: readonly FailedMedia[];
  /** What the latest trace has of media. */
  readonly playback: readonly PlaybackStep[];
  /** Of the server half. */
  readonly serverLines: readonly string[];
  readonly serverErrors: readonly string[];
  readonly startedMs: number | null;
  readonly firstLineMs: number | null;
  readonly settledMs: number | null;
  /** Longest time the harness page's thread stood still, in milliseconds. */
  readonly stallMs: number;
  /** Messages that reached the window (only with `countMessages`) and a BroadcastChannel named `harness`. */
  readonly heard: number;
  readonly broadcasts: number;
  readonly frames: readonly string[];
  readonly page: {
    readonly href: string;
    readonly title: string;
    readonly body: number;
    readonly storage: readonly string[];
    readonly isolated: boolean;
    readonly visible: boolean;
  };
}

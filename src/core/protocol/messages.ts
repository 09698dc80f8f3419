/**
 * Host ⇄ realm messages. The host speaks `HostMessage` into the run's port; the realm answers `RealmMessage`.
 * Everything that comes out of a realm is untrusted: it passes `parseRealmMessage` (parse.ts) before anyone reads it.
 */
import type { ControlValues } from '../controls/control';
import type { Probe, ProbeResult } from '../exercise/probe';
import type { ConsoleEntry } from '../trace/console-entry';
import type { MemoryState } from '../trace/memory-state';
import type { ErrorReport, Goal } from '../trace/run';
import type { TraceChunk, TraceCounts } from '../trace/trace-chunk';
import type { NamedFile } from '../wire/media';
import type { NetCall, NetEvent } from './net';
import type { ControlMessage } from './control';

export const PROTOCOL_VERSION = 1;

/** Host → realm, first on a fresh run port. Exactly one per run. */
export interface RunMessage {
  readonly v: typeof PROTOCOL_VERSION;
  readonly kind: 'run';
  readonly runId: string;
  /** The rewritten program (core/instrument); its lines are the learner's lines. */
  readonly code: string;
  readonly goal: Goal;
  /** Shown in stacks: `one-buffer.js`. */
  readonly fileName: string;
  /** The identifier through which the rewritten code reaches the recorder; it does not occur in the source. */
  readonly hookName: string;
  /** `Instrumented.columns`: where the rewriter inserted text, so that the realm can report the learner's columns. */
  readonly columns: readonly number[];
  /** The learner's own text, and `Instrumented.functions`: what `Function.prototype.toString` gives of it. */
  readonly source: string;
  readonly functions: readonly number[];
  /** How many places of accesses the rewritten code names: `Instrumented.sites.length`. */
  readonly siteCount: number;
  /** A full recording of at most `maxSteps` accesses, after the first `from`; null for a light one. */
  readonly record: { readonly maxSteps: number; readonly from: number } | null;
  /** Milliseconds without yielding before the guard stops the program. */
  readonly guardMs: number;
  /** Page realm only: the snippet's own HTML, put into the body before the code runs. */
  readonly html: string | null;
  /** Calls to make once the program has run; `code` exposes their names (`instrument`, `expose`). */
  readonly probes?: readonly Probe[];
  /** What the program finds of a network; missing is none. */
  readonly network?: RealmNetwork;
  /** Where the snippet's controls stand; missing where it has none. */
  readonly controls?: ControlValues;
}

export type RealmNetwork =
  /** `io`, and `fetch` to the lab; `tus` where this script makes it (src/realm-tus). */
  | { readonly role: 'client'; readonly tus?: string }
  /** A server half: `io` of the other end, and the site's media to send. */
  | { readonly role: 'server'; readonly media: readonly NamedFile[] };

/** Host → realm, at any time after the body has settled: the reader changed a byte of a live buffer. */
export interface PokeMessage {
  readonly v: typeof PROTOCOL_VERSION;
  readonly kind: 'poke';
  readonly runId: string;
  readonly bufferId: number;
  /** Bytes from the start of the buffer. */
  readonly byteOffset: number;
  /** 0 to 255. */
  readonly value: number;
}

interface FromHost {
  readonly v: typeof PROTOCOL_VERSION;
  readonly runId: string;
}
/** Host → realm with a network: what came for what the program has opened. */
export interface NetEventMessage extends FromHost {
  readonly kind: 'net';
  readonly event: NetEvent;
}
/** Host → realm of a server half: what a client says. */
export interface ServeCallMessage extends FromHost {
  readonly kind: 'serve';
  readonly call: NetCall;
}

/** Host → realm. */
export type HostMessage =
  RunMessage | PokeMessage | ControlMessage | NetEventMessage | ServeCallMessage;

interface FromRealm {
  readonly v: typeof PROTOCOL_VERSION;
  readonly runId: string;
}

/** The realm has taken the run message and is about to evaluate. */
export interface StartedMessage extends FromRealm {
  readonly kind: 'started';
}
/** A sign of life: sent every 500 ms while the realm's event loop turns. */
export interface AliveMessage extends FromRealm {
  readonly kind: 'alive';
}
export interface ConsoleMessage extends FromRealm {
  readonly kind: 'console';
  readonly entries: readonly ConsoleEntry[];
  /** Calls so far that were over the budget and only counted. */
  readonly omitted: number;
}
/** Memory as it is now: sent when the body has settled, and again when a later callback changed it. */
export interface MemoryMessage extends FromRealm {
  readonly kind: 'memory';
  /** Null: as it was told last. There are only steps that changed nothing in it, or it has grown too heavy to be told on. */
  readonly memory: MemoryState | null;
  /** What a full recording did not record; null for a light one. All of its chunks have been sent before. */
  readonly counts: TraceCounts | null;
}
/** The next steps of a full recording: sent as they fill, also out of a busy loop. */
export interface TraceMessage extends FromRealm {
  readonly kind: 'trace';
  readonly chunk: TraceChunk;
}
/** An error nobody caught, before or after the body settled. */
export interface ErrorMessage extends FromRealm {
  readonly kind: 'error';
  readonly error: ErrorReport;
}
/** The body has run to its end (or thrown, or been stopped by the guard). Sent once, after console and memory. */
export interface SettledMessage extends FromRealm {
  readonly kind: 'settled';
  readonly outcome: 'finished' | 'threw' | 'guard';
  /** The error for `threw`; null otherwise. */
  readonly error: ErrorReport | null;
  /** The loop's or function's line for `guard`; null otherwise. */
  readonly line: number | null;
  readonly durationMs: number;
  /** What the probes gave, in order, as far as they were made; null or missing where none was begun. */
  readonly probes?: readonly ProbeResult[] | null;
}

/** What the program says to the lab. Only where its run has a network. */
export interface NetCallMessage extends FromRealm {
  readonly kind: 'net';
  readonly call: NetCall;
}
/** What a server half says to its clients. */
export interface ServeEventMessage extends FromRealm {
  readonly kind: 'serve';
  readonly event: NetEvent;
}

export type RealmMessage =
  | StartedMessage
  | AliveMessage
  | ConsoleMessage
  | MemoryMessage
  | TraceMessage
  | ErrorMessage
  | SettledMessage
  | NetCallMessage
  | ServeEventMessage;

/** Budgets of one run. Past one, what is shown is truncated and says so, or the run is `lost`. */
export const RUN_BUDGET = {
  /** Messages through the port. */
  messages: 20_000,
  /** Bytes through the port, strings and buffers together, as estimated on arrival. */
  bytes: 64 * 1024 * 1024,
  /** Workers a snippet may have at once. */
  workers: 8,
  guardMs: 2000,
  /** After "keep going". */
  extendedGuardMs: 20_000,
  watchdogMs: 5000,
  aliveEveryMs: 500,
} as const;

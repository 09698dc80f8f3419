/**
 * The host's half of the sandbox: owns the opaque iframes and the relay, hands a program to a realm, watches it, and
 * turns what comes back into a Run. Nothing here draws; nothing here trusts a message.
 */
import type { ControlValue, ControlValues } from '../core/controls/control';
import type { Probe } from '../core/exercise/probe';
import type { ConsoleEntry } from '../core/trace/console-entry';
import type { MemoryState } from '../core/trace/memory-state';
import type { LinkConditions, NetLog } from '../core/trace/net-log';
import type { Trace } from '../core/trace/trace';
import type { ErrorReport, Goal, Outcome, RealmKind, Run } from '../core/trace/run';

export interface Program {
  /** The learner's source as it is on screen. */
  readonly source: string;
  readonly fileName: string;
  readonly realm: RealmKind;
  readonly goal: Goal;
  readonly html: string | null;
  /**
   * `full` records every access, `light` buffers, views, DataView calls and the bytes at the end, `none` nothing of
   * memory. What is recorded less runs faster.
   */
  readonly record: 'full' | 'light' | 'none';
  /** A full recording begins after so many accesses. */
  readonly recordFrom: number;
  /** `RUN_BUDGET.guardMs`, or more after "keep going". */
  readonly guardMs: number;
  /** Calls of the program's own functions to make once it has run (core/exercise); none unless told. */
  readonly probes?: readonly Probe[];
  /** Where the snippet's controls stand; missing where it has none. */
  readonly controls?: ControlValues;
  /** Null or missing: the program has no network. */
  readonly network?: ProgramNetwork | null;
}

export interface ProgramNetwork {
  /** `server` when this site's lab answers, else the one in the page; `page` always takes the latter. */
  readonly lab: 'server' | 'page';
  /** An editable server half, run in the lab in the page; null is the standard lab. */
  readonly serverHalf: { readonly source: string; readonly fileName: string } | null;
  readonly conditions: LinkConditions;
}

/** What the bench hears while a run goes on. Every call is about the run it was started for; none comes after `dispose`. */
export interface RunListener {
  started?(): void;
  console?(entries: readonly ConsoleEntry[], omitted: number): void;
  /** Memory as it is now, and the recording that led there (null for a light one). */
  memory?(memory: MemoryState, trace: Trace | null): void;
  /** An uncaught error after the body settled (a timer's callback, a rejection). */
  error?(error: ErrorReport): void;
  /** The log grew or a message changed its fate: the whole log as it is now, at most once a frame. */
  net?(log: NetLog): void;
  /** Console lines and errors of the server half, with its own lines. */
  serverConsole?(entries: readonly ConsoleEntry[], omitted: number): void;
  serverError?(error: ErrorReport): void;
  /** Exactly once: the body finished, threw, was stopped, or the run was lost. */
  settled(run: Run): void;
  /** The realm went away after the body had settled: a later callback hung, flooded or crashed it. */
  ended?(outcome: Outcome): void;
}

export interface RunHandle {
  readonly runId: string;
  /** Ends the run now (the reader's Stop); `settled` follows with what was recorded. */
  stop(): void;
  /** The reader changes a byte of a live buffer, once the body has settled: `memory` follows. */
  poke(bufferId: number, byteOffset: number, value: number): void;
  /** How the link to the lab behaves from now on. */
  setConditions(conditions: LinkConditions): void;
  /** The connection to the lab is lost now. */
  disconnect(): void;
  /** The reader moves a control: the program hears it, and is not run again. */
  setControl(name: string, value: ControlValue): void;
  /** Ends the realm and silences the listener: the next run begins or the bench went away. */
  dispose(): void;
}

export interface Sandbox {
  /**
   * Boots a spare realm of this kind so that the next run starts at once. Safe to call often. A page realm's spare is
   * booted inside the pane it will be shown in; without `mount` there is none to boot.
   */
  warm(realm: RealmKind, mount?: HTMLElement): void;
  /**
   * Rewrites a program that is likely to be run, so that Run has it at hand: once it has rested for a second and the page
   * is idle. One that is very long is left to its run.
   * @returns calls it off: the text has changed
   */
  prepare(program: Pick<Program, 'source' | 'goal' | 'fileName' | 'record'>): () => void;
  /**
   * Starts a program. A page realm's iframe is placed into `mount` (its "output" pane) and is visible there;
   * worker realms need none.
   */
  run(program: Program, listener: RunListener, mount?: HTMLElement): RunHandle;
  /** Removes every iframe, worker and port. */
  dispose(): void;
}

export { createSandbox } from './sandbox';

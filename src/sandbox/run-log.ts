/** What a run has said so far, and its end: settles exactly once, and falls silent for good once disposed. */
import { appendConsole } from '../core/trace/append-console';
import type { ProbeResult } from '../core/exercise/probe';
import type { ConsoleEntry } from '../core/trace/console-entry';
import { CONSOLE_LIMITS } from '../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../core/trace/memory-state';
import type { LabKind, NetLog, NetMessage } from '../core/trace/net-log';
import type { ErrorReport, Outcome, Run } from '../core/trace/run';
import type { Site, Trace } from '../core/trace/trace';
import { NO_COUNTS, TraceAssembler } from '../core/trace/trace-chunk';
import type { RealmMessage, SettledMessage } from '../core/protocol/messages';
import type { RunListener } from './index';
import { REASONS } from './reasons';

export class RunLog {
  readonly #runId: string;
  readonly #source: string;
  readonly #listener: RunListener;
  readonly #beganAt = performance.now();
  #console: readonly ConsoleEntry[] = [];
  /** What the realm left out, and what this side did. */
  #omitted = 0;
  #overLimit = 0;
  #memory: MemoryState = EMPTY_MEMORY;
  /** As the realm told it last. */
  #told: MemoryState = EMPTY_MEMORY;
  #assembler: TraceAssembler | null = null;
  #trace: Trace | null = null;
  #probes: readonly ProbeResult[] | null = null;
  #net: NetLog | null = null;
  #serverConsole: readonly ConsoleEntry[] | null = null;
  #started = false;
  #settled = false;
  #disposed = false;

  constructor(runId: string, source: string, listener: RunListener) {
    this.#runId = runId;
    this.#source = source;
    this.#listener = listener;
  }

  /** Expects a full recording. @param sites as the instrumenter gave them */
  recordWith(sites: readonly Site[]): void {
    this.#assembler = new TraceAssembler(sites);
  }

  /** Expects a log of the network. */
  talkWith(lab: LabKind): void {
    this.#net = { lab, messages: [], omitted: 0 };
  }

  get disposed(): boolean {
    return this.#disposed;
  }

  get started(): boolean {
    return this.#started;
  }

  get settled(): boolean {
    return this.#settled;
  }

  take(message: RealmMessage): void {
    if (this.#disposed) return;
    switch (message.kind) {
      case 'started':
        this.#started = true;
        return this.#listener.started?.();
      case 'console':
        this.#keep(message.entries);
        this.#omitted = message.omitted;
        return this.#listener.console?.(message.entries, message.omitted);
      case 'memory':
        this.#told = message.memory ?? this.#told;
        this.#trace = this.#assembler?.trace(this.#told, message.counts ?? NO_COUNTS) ?? null;
        this.#memory = this.#trace?.final ?? this.#told;
        return this.#listener.memory?.(this.#memory, this.#trace);
      case 'trace':
        return this.#assembler?.add(message.chunk);
      case 'error':
        return this.#listener.error?.(message.error);
      case 'settled':
        this.#probes = message.probes ?? null;
        return this.settle(outcomeOf(message), message.durationMs);
      case 'alive':
      // The relay keeps these to itself.
      case 'net':
      case 'serve':
        return;
      default:
        message satisfies never;
    }
  }

  /** What is new in the log of the network: messages, and messages that have changed. */
  takeNet(changes: readonly NetMessage[], omitted: number): void {
    if (this.#disposed || this.#net === null) return;
    const messages = this.#net.messages.slice();
    for (const message of changes) messages[message.id] = message;
    this.#net = { ...this.#net, messages, omitted };
    this.#listener.net?.(this.#net);
  }

  /** Console lines of the server half. */
  takeServerConsole(entries: readonly ConsoleEntry[], omitted: number): void {
    if (this.#disposed) return;
    const joined = appendConsole(this.#serverConsole ?? [], entries);
    this.#serverConsole = joined.slice(0, CONSOLE_LIMITS.entries);
    this.#listener.serverConsole?.(entries, omitted);
  }

  takeServerError(error: ErrorReport): void {
    if (!this.#disposed) this.#listener.serverError?.(error);
  }

  /** The first call counts; the second and later ones say nothing. */
  settle(outcome: Outcome, durationMs = performance.now() - this.#beganAt): void {
    if (this.#settled || this.#disposed) return;
    this.#settled = true;
    const run: Run = {
      runId: this.#runId,
      source: this.#source,
      outcome,
      console: this.#console,
      omittedConsole: this.#omitted + this.#overLimit,
      memory: this.#memory,
      // A realm that was ended told no memory at its end: what it recorded until then is there.
      trace: this.#trace ?? this.#assembler?.trace(null, NO_COUNTS) ?? null,
      durationMs,
      probes: this.#probes,
      net: this.#net,
      ...(this.#serverConsole === null ? {} : { serverConsole: this.#serverConsole }),
    };
    this.#listener.settled(run);
  }

  /** The realm is gone: that is the outcome of a run that had not settled, and news about one that had. */
  end(outcome: Outcome): void {
    if (this.#disposed) return;
    if (this.#settled) this.#listener.ended?.(outcome);
    else this.settle(outcome);
  }

  #keep(entries: readonly ConsoleEntry[]): void {
    const joined = appendConsole(this.#console, entries);
    this.#console = joined.slice(0, CONSOLE_LIMITS.entries);
    this.#overLimit += joined.length - this.#console.length;
  }

  dispose(): void {
    this.#disposed = true;
  }
}

function outcomeOf({ outcome, error, line }: SettledMessage): Outcome {
  switch (outcome) {
    case 'finished':
      return { kind: 'finished' };
    case 'guard':
      return { kind: 'stopped', by: 'guard', line };
    case 'threw':
      return error === null ? { kind: 'lost', reason: REASONS.invalid } : { kind: 'threw', error };
  }
}

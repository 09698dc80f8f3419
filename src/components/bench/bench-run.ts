/**
 * One bench's runs: starts a program in the sandbox, gathers what comes back, and says what to draw. A plain state
 * machine with subscribers, so that React renders it and tests drive it without a browser.
 */
import { appendConsole } from '../../core/trace/append-console';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../../core/trace/memory-state';
import type { ErrorReport, Outcome, Run } from '../../core/trace/run';
import type { Trace } from '../../core/trace/trace';
import type { Program, RunHandle, Sandbox } from '../../sandbox';
import { openStepping, type OpensAt, type Stepping } from './stepping';

/** What the bench shows of a run, finished or not. */
export interface ShownRun {
  readonly source: string;
  readonly console: readonly ConsoleEntry[];
  readonly omittedConsole: number;
  readonly memory: MemoryState;
  /** The recording that led to `memory`; null where there is none to step through. */
  readonly trace: Trace | null;
  /** The source of the run that left `memory`: until a run has a picture of its own, the one before it stays. */
  readonly memoryOf: string;
  /** Null while it goes on. */
  readonly outcome: Outcome | null;
  readonly durationMs: number;
  /** Errors of callbacks that ran after the body had settled. */
  readonly lateErrors: readonly ErrorReport[];
  /** Recorded when the page was built, not by this reader. */
  readonly atBuild: boolean;
  readonly guardMs: number;
}

export interface BenchRunState {
  /** What is drawn: the last run, or the one recorded at build, or nothing yet. */
  readonly shown: ShownRun | null;
  /** A run goes on. */
  readonly running: boolean;
  /** It has gone on for longer than SHOW_RUNNING_AFTER_MS, so the toolbar says so. */
  readonly showRunning: boolean;
  /** The memory drawn is not this run's: it has none to show yet, or ended before it had. */
  readonly awaitingMemory: boolean;
  /** The recording of what is shown, to step through; null where there is none. */
  readonly stepping: Stepping | null;
}

/** Whether the memory drawn has to be called the last run's, beside a program that reads `source`. */
export function isMemoryOld(state: BenchRunState, source: string): boolean {
  const { shown, running, showRunning, awaitingMemory } = state;
  if (shown === null) return false;
  const ofOtherCode = shown.memoryOf !== source;
  // A short run changes nothing, so that the label does not flicker: it comes with the word "Recording".
  if (running) return awaitingMemory && (showRunning || ofOtherCode);
  return awaitingMemory || ofOtherCode;
}

type Change = Omit<BenchRunState, 'stepping'>;

const IDLE = { running: false, showRunning: false, awaitingMemory: false } as const;

/** Under this a run changes nothing on the toolbar: it would only flicker. */
export const SHOW_RUNNING_AFTER_MS = 150;

/** A recorded run, as the page carries it, in the form the bench draws. */
export function shownFromRun(run: Run, atBuild: boolean, guardMs: number): ShownRun {
  return {
    source: run.source,
    console: run.console,
    omittedConsole: run.omittedConsole,
    memory: run.memory,
    trace: run.trace,
    memoryOf: run.source,
    outcome: run.outcome,
    durationMs: run.durationMs,
    lateErrors: [],
    atBuild,
    guardMs,
  };
}

export class BenchRun {
  #state: BenchRunState;
  #handle: RunHandle | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the next recording opens; null once it is open, since the reader may have gone elsewhere since. */
  #opensAt: OpensAt | null;
  readonly #recordedOpensAt: OpensAt;
  readonly #listeners = new Set<() => void>();
  readonly #sandbox: () => Sandbox;

  constructor(sandbox: () => Sandbox, recorded: ShownRun | null, opensAt: OpensAt = 'end') {
    this.#sandbox = sandbox;
    this.#opensAt = opensAt;
    this.#recordedOpensAt = opensAt;
    this.#state = { ...IDLE, shown: recorded, stepping: this.#step(recorded, null) };
  }

  get state(): BenchRunState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts a run; the one before it ends. What it drew stays until the new run has something to show. */
  start(program: Program, mount?: HTMLElement, opensAt: OpensAt = 'end'): void {
    this.#opensAt = opensAt;
    this.#handle?.dispose();
    clearTimeout(this.#timer);
    const before = this.#state.shown;
    let fresh: ShownRun = {
      source: program.source,
      console: [],
      omittedConsole: 0,
      // Memory of the run before, until this one has some: its lines would have no picture beside them.
      memory: before?.memory ?? EMPTY_MEMORY,
      trace: before?.trace ?? null,
      memoryOf: before?.memoryOf ?? program.source,
      outcome: null,
      durationMs: 0,
      lateErrors: [],
      atBuild: false,
      guardMs: program.guardMs,
    };
    let ended = false;
    const show = (change: Partial<ShownRun>, state: Partial<BenchRunState> = {}) => {
      fresh = { ...fresh, ...change };
      this.#set({ ...this.#state, shown: fresh, ...state });
    };
    this.#set({
      shown: before,
      running: true,
      showRunning: false,
      awaitingMemory: before !== null,
    });
    this.#timer = setTimeout(() => {
      if (!ended) this.#set({ ...this.#state, showRunning: true });
    }, SHOW_RUNNING_AFTER_MS);
    this.#handle = this.#sandbox().run(
      program,
      {
        console: (entries, omitted) => {
          show({ console: appendConsole(fresh.console, entries), omittedConsole: omitted });
        },
        memory: (memory, trace) => {
          show({ memory, trace, memoryOf: program.source }, { awaitingMemory: false });
        },
        error: (error) => {
          show({ lateErrors: [...fresh.lateErrors, error].slice(0, 20) });
        },
        // The realm died after its body had settled: a callback hung, flooded the port, or crashed it.
        ended: (outcome) => {
          show({ outcome });
        },
        settled: (run) => {
          ended = true;
          clearTimeout(this.#timer);
          show(
            {
              console: run.console,
              omittedConsole: run.omittedConsole,
              memory: run.memory,
              trace: run.trace,
              memoryOf: program.source,
              outcome: run.outcome,
              durationMs: run.durationMs,
            },
            IDLE,
          );
        },
      },
      mount,
    );
  }

  /** The reader's Stop. */
  stop(): void {
    if (this.#state.running) this.#handle?.stop();
  }

  /** The reader changes a byte of the live buffer; a realm that is no more does not hear it. */
  poke(bufferId: number, byteOffset: number, value: number): void {
    this.#handle?.poke(bufferId, byteOffset, value);
  }

  /** Whether the program's callbacks may still run, so that its memory is live. */
  get isLive(): boolean {
    return this.#handle !== null && !this.#state.running;
  }

  /** Ends the realm; what was drawn stays. */
  release(): void {
    clearTimeout(this.#timer);
    if (this.#state.running) this.#handle?.stop();
    this.#handle?.dispose();
    this.#handle = null;
    // A run that had shown nothing leaves the run before as it was; one that had printed owns up to the old memory.
    if (this.#state.running)
      this.#set({
        ...this.#state,
        running: false,
        showRunning: false,
        awaitingMemory: this.#state.awaitingMemory && this.#state.shown?.outcome === null,
      });
  }

  /** Back to the run the page came with. */
  show(run: ShownRun | null): void {
    this.release();
    this.#opensAt = this.#recordedOpensAt;
    this.#set({ ...IDLE, shown: run });
  }

  /** What is stepped through from now on, beside what was until now. */
  #step(shown: ShownRun | null, before: Stepping | null): Stepping | null {
    const trace = shown?.trace ?? null;
    if (trace === (before?.trace ?? null)) return before;
    // The recording of the same run grows while its callbacks run: a reader who is in the midst of it is left alone.
    if (trace !== null && before !== null && !before.followsEnd && this.#opensAt === null) {
      return before;
    }
    before?.store.dispose();
    if (trace === null) return null;
    const opensAt = this.#opensAt ?? 'end';
    this.#opensAt = null;
    const next = openStepping(
      trace,
      () => this.#state.shown?.console ?? [],
      opensAt,
      () => this.#set(this.#state),
    );
    // The open byte stays open while the same program's recording grows.
    if (before !== null && shown?.outcome !== null) next.replay.select(before.replay.selected);
    return next;
  }

  #set(state: Change): void {
    this.#state = { ...state, stepping: this.#step(state.shown, this.#state.stepping) };
    for (const listener of this.#listeners) listener();
  }
}

/**
 * One bench's runs: starts a program in the sandbox, gathers what comes back, and says what to draw. A plain state
 * machine with subscribers, so that React renders it and tests drive it without a browser.
 */
import type { ControlValue } from '../../core/controls/control';
import { appendConsole } from '../../core/trace/append-console';
import type { ConsoleEntry } from '../../core/trace/console-entry';
import { EMPTY_MEMORY, type MemoryState } from '../../core/trace/memory-state';
import type { LinkConditions, NetLog } from '../../core/trace/net-log';
import type { ErrorReport, Outcome, Run } from '../../core/trace/run';
import type { Trace } from '../../core/trace/trace';
import type { Program, RunHandle, Sandbox } from '../../sandbox';
import { afterPaint } from '../../core/after-paint';
import { openStepping, type OpensAt, type Stepping } from './stepping';

/** What the bench shows of a run, finished or not. */
export interface ShownRun {
  readonly source: string;
  readonly console: readonly ConsoleEntry[];
  readonly omittedConsole: number;
  readonly memory: MemoryState;
  /** The recording that led to `memory`; null where there is none to step through. */
  readonly trace: Trace | null;
  /** Steps that were recorded when the body had settled: callbacks may add to `trace`. */
  readonly bodySteps: number | null;
  /** The source of the run that left `memory`: until a run has a picture of its own, the one before it stays. */
  readonly memoryOf: string;
  /** Null while it goes on. */
  readonly outcome: Outcome | null;
  readonly durationMs: number;
  /** Errors of callbacks that ran after the body had settled. */
  readonly lateErrors: readonly ErrorReport[];
  /** What went between the program and the lab; null where it has no network. */
  readonly net: NetLog | null;
  /** What the server half printed, and what it threw. */
  readonly server: ServerSaid;
  /** Source of the server half that it ran with; null where there is none. */
  readonly serverSource: string | null;
  /** Calls of an exercise were made too: it is an attempt, to be judged once it is there. */
  readonly isAttempt: boolean;
  /** All of it, once its body has settled; null for the one recorded at build. */
  readonly run: Run | null;
  /** Recorded when the page was built, not by this reader. */
  readonly atBuild: boolean;
  readonly guardMs: number;
}

export interface ServerSaid {
  readonly console: readonly ConsoleEntry[];
  readonly omitted: number;
  readonly errors: readonly ErrorReport[];
}

const SAID_NOTHING: ServerSaid = { console: [], omitted: 0, errors: [] };

export interface BenchRunState {
  /** What is drawn: the last run, or the one recorded at build, or nothing yet. */
  readonly shown: ShownRun | null;
  /** A run goes on. */
  readonly running: boolean;
  /** Its realm is there, so that callbacks may run and a connection may be lost. */
  readonly alive: boolean;
  /** It is an attempt at an exercise. */
  readonly attempting: boolean;
  /** It has gone on for longer than SHOW_RUNNING_AFTER_MS, so the toolbar says so. */
  readonly showRunning: boolean;
  /** The memory drawn is not this run's: it has none to show yet, or ended before it had. */
  readonly awaitingMemory: boolean;
  /** A recording to step through: of what is shown, or of the run before until this one has some. */
  readonly stepping: Stepping | null;
}

/** What the console and the code follow: nothing while their rows are of a run that has no recording yet. */
export function ownStepping({ shown, awaitingMemory, stepping }: BenchRunState): Stepping | null {
  return awaitingMemory && shown?.outcome === null ? null : stepping;
}

/** Whether the memory drawn has to be called the last run's, beside a program (and a server half) that reads so. */
export function isMemoryOld(
  state: BenchRunState,
  source: string,
  serverSource: string | null = null,
): boolean {
  const { shown, running, showRunning, awaitingMemory } = state;
  if (shown === null) return false;
  const ofOtherCode = shown.memoryOf !== source || shown.serverSource !== serverSource;
  // A short run changes nothing, so that the label does not flicker: it comes with the word "Recording".
  if (running) return awaitingMemory && (showRunning || ofOtherCode);
  return awaitingMemory || ofOtherCode;
}

/** One run's recordings: they grow while its callbacks run, and only ever at their end. */
interface Recorded {
  readonly source: string;
  /** Where the first of them opens; a step that it does not have yet stays wished for. */
  readonly opensAt: OpensAt;
}

const IDLE = {
  running: false,
  attempting: false,
  showRunning: false,
  awaitingMemory: false,
} as const;

/** Under this a run changes nothing on the toolbar: it would only flicker. */
export const SHOW_RUNNING_AFTER_MS = 150;

/** A recorded run, as the page carries it, in the form the bench draws. */
export function shownFromRun(
  run: Run,
  atBuild: boolean,
  guardMs: number,
  serverSource: string | null = null,
): ShownRun {
  return {
    source: run.source,
    console: run.console,
    omittedConsole: run.omittedConsole,
    memory: run.memory,
    trace: run.trace,
    bodySteps: run.trace?.steps ?? null,
    memoryOf: run.source,
    outcome: run.outcome,
    durationMs: run.durationMs,
    lateErrors: [],
    net: run.net ?? null,
    server: { ...SAID_NOTHING, console: run.serverConsole ?? [] },
    serverSource,
    isAttempt: false,
    run: null,
    atBuild,
    guardMs,
  };
}

export class BenchRun {
  #state: BenchRunState;
  #handle: RunHandle | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The run whose recording is open. */
  #open: Recorded | null = null;
  /** A longer recording of that run, for when the reader comes to the end of the open one. */
  #grown: Trace | null = null;
  /** The program's body is done and its realm alive, so that callbacks may run and memory may be written. */
  #live = false;
  readonly #recordedOpensAt: OpensAt;
  readonly #listeners = new Set<() => void>();
  readonly #sandbox: () => Sandbox;
  readonly #later: (tell: () => void) => void;

  constructor(
    sandbox: () => Sandbox,
    recorded: ShownRun | null,
    opensAt: OpensAt = 'end',
    later = afterPaint,
  ) {
    this.#sandbox = sandbox;
    this.#later = later;
    this.#recordedOpensAt = opensAt;
    this.#state = { ...IDLE, alive: false, shown: recorded, stepping: null };
    this.#record(recorded?.trace ?? null, { source: recorded?.source ?? '', opensAt });
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
    this.#handle?.dispose();
    this.#live = false;
    clearTimeout(this.#timer);
    const recorded: Recorded = { source: program.source, opensAt };
    const before = this.#state.shown;
    let fresh: ShownRun = {
      source: program.source,
      console: [],
      omittedConsole: 0,
      // Memory of the run before, until this one has some: its lines would have no picture beside them.
      memory: before?.memory ?? EMPTY_MEMORY,
      trace: before?.trace ?? null,
      bodySteps: null,
      memoryOf: before?.memoryOf ?? program.source,
      outcome: null,
      durationMs: 0,
      lateErrors: [],
      net: program.network ? { lab: program.network.lab, messages: [], omitted: 0 } : null,
      server: SAID_NOTHING,
      serverSource: program.network?.serverHalf?.source ?? null,
      isAttempt: program.probes !== undefined,
      run: null,
      atBuild: false,
      guardMs: program.guardMs,
    };
    let ended = false;
    const show = (change: Partial<ShownRun>, state: Partial<BenchRunState> = {}) => {
      fresh = { ...fresh, ...change };
      this.#set({ ...this.#state, shown: fresh, ...state });
    };
    const begun = {
      ...this.#state,
      running: true,
      alive: true,
      attempting: program.probes !== undefined,
      showRunning: false,
      awaitingMemory: before !== null,
    };
    this.#state = begun;
    // Hardly anything looks different yet but where an exercise is checked: the press is answered first, and most runs
    // have said something by then.
    if (begun.attempting) this.#tell();
    else
      this.#later(() => {
        if (this.#state === begun) this.#tell();
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
          this.#record(trace, recorded);
          show({ memory, trace, memoryOf: program.source }, { awaitingMemory: false });
        },
        error: (error) => {
          show({ lateErrors: [...fresh.lateErrors, error].slice(0, 20) });
        },
        net: (net) => {
          show({ net });
        },
        serverConsole: (entries, omitted) => {
          const { server } = fresh;
          show({
            server: { ...server, console: appendConsole(server.console, entries), omitted },
          });
        },
        serverError: (error) => {
          const { server } = fresh;
          show({ server: { ...server, errors: [...server.errors, error].slice(0, 20) } });
        },
        // The realm died after its body had settled: a callback hung, flooded the port, or crashed it.
        ended: (outcome) => {
          this.#live = false;
          show({ outcome }, { alive: false });
        },
        settled: (run) => {
          ended = true;
          clearTimeout(this.#timer);
          this.#live = run.outcome.kind === 'finished' || run.outcome.kind === 'threw';
          this.#record(run.trace, recorded);
          show(
            {
              console: run.console,
              omittedConsole: run.omittedConsole,
              memory: run.memory,
              trace: run.trace,
              bodySteps: run.trace?.steps ?? null,
              memoryOf: program.source,
              outcome: run.outcome,
              durationMs: run.durationMs,
              net: run.net ?? fresh.net,
              run,
            },
            { ...IDLE, alive: this.#live },
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

  /** The link of the run that goes on behaves like this from now on. */
  setConditions(conditions: LinkConditions): void {
    this.#handle?.setConditions(conditions);
  }

  /** The connection of the run that goes on is lost now. */
  disconnect(): void {
    this.#handle?.disconnect();
  }

  /** The reader moves a control; a program that is no more does not hear it. */
  setControl(name: string, value: ControlValue): void {
    this.#handle?.setControl(name, value);
  }

  /** Whether a byte of what is shown is a byte of the realm now: it is alive, and the end of its recording is open. */
  get isLive(): boolean {
    const { stepping, shown } = this.#state;
    if (!this.#live || stepping === null || stepping.trace !== shown?.trace) return false;
    return stepping.store.step === stepping.store.steps && stepping.trace.unrecorded === 0;
  }

  /** Ends the realm; what was drawn stays. */
  release(): void {
    clearTimeout(this.#timer);
    if (this.#state.running) this.#handle?.stop();
    this.#handle?.dispose();
    this.#handle = null;
    this.#live = false;
    // A run that had shown nothing leaves the run before as it was; one that had printed owns up to the old memory.
    if (this.#state.running || this.#state.alive)
      this.#set({
        ...this.#state,
        running: false,
        alive: false,
        attempting: false,
        showRunning: false,
        awaitingMemory: this.#state.awaitingMemory && this.#state.shown?.outcome === null,
      });
  }

  /** Back to the run the page came with. */
  show(run: ShownRun | null): void {
    this.release();
    this.#record(run?.trace ?? null, {
      source: run?.source ?? '',
      opensAt: this.#recordedOpensAt,
    });
    this.#set({ ...this.#state, ...IDLE, shown: run });
  }

  /** A run has a recording, or a longer one: opens it, unless the reader is in the midst of the one before. */
  #record(trace: Trace | null, run: Recorded): void {
    const before = this.#state.stepping;
    if (trace === (before?.trace ?? null) && run === this.#open) return;
    const grows = run === this.#open && before !== null && trace !== null;
    if (grows && !before.isAtRest) {
      this.#grown = trace;
      return;
    }
    this.#openAt(trace, run, grows ? whereGrown(before, run.opensAt) : run.opensAt);
  }

  #openAt(trace: Trace | null, run: Recorded, opensAt: OpensAt): void {
    const before = this.#state.stepping;
    const isSameSource = this.#open?.source === run.source;
    this.#open = run;
    this.#grown = null;
    before?.store.dispose();
    const next =
      trace &&
      openStepping(
        trace,
        () => this.#state.shown?.console ?? [],
        opensAt,
        () => {
          const { stepping } = this.#state;
          if (this.#grown === null || this.#open !== run || stepping === null) return;
          this.#openAt(this.#grown, run, whereGrown(stepping, run.opensAt));
          this.#set(this.#state);
        },
      );
    if (next && before && isSameSource) next.replay.select(before.replay.selected);
    this.#state = { ...this.#state, stepping: next };
  }

  #set(state: BenchRunState): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Where a longer recording opens for a reader at the end of the shorter one. */
function whereGrown({ store, followsEnd }: Stepping, opensAt: OpensAt): OpensAt {
  if (typeof opensAt === 'number' && opensAt > store.steps) return opensAt;
  return followsEnd ? 'end' : store.step;
}

/**
 * One exercise in one tab: its attempts are made, judged, kept and reported. A plain state machine with subscribers, so
 * that React renders it and tests drive it without a browser.
 */
import type { Probe } from '../../core/exercise/probe';
import type { Verdict } from '../../core/exercise/verdict';
import type { ProgressMark } from '../../core/progress/mark';
import type { Run } from '../../core/trace/run';
import type { BenchRun, ShownRun } from '../bench/bench-run';
import type { Shelf } from '../bench/shelf';
import {
  addAttempt,
  EMPTY_LOG,
  isSolved,
  openHints,
  showSolution,
  type AttemptLog,
  type AttemptResult,
} from './attempt-log';
import type { Judging } from './judging';

/** The last attempt that was judged. */
export interface Checked {
  readonly judging: Judging;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly result: AttemptResult;
}

export interface CheckState {
  /** What was kept has been looked for. */
  readonly isOpen: boolean;
  /** An attempt is being made. */
  readonly checking: boolean;
  /** It waits for what judges it. */
  readonly fetching: boolean;
  /** The checks could not be loaded; pressing Check asks for them again. */
  readonly unloaded: boolean;
  readonly checked: Checked | null;
  readonly log: AttemptLog;
  /** Why the log is not in storage. */
  readonly unsaved: 'full' | 'unavailable' | null;
  /** The key under which a stored log is kept that could not be read. */
  readonly unreadable: string | null;
}

export interface CheckOptions {
  readonly lesson: string;
  readonly name: string;
  /** The code that the reader was given. */
  readonly start: string;
  readonly load: () => Promise<Judging>;
  readonly shelf: () => Shelf<AttemptLog>;
  readonly benchRun: BenchRun;
  readonly report: (mark: ProgressMark) => void;
}

export class CheckSession {
  readonly #options: CheckOptions;
  readonly #id: string;
  readonly #listeners = new Set<() => void>();
  #state: CheckState = {
    isOpen: false,
    checking: false,
    fetching: false,
    unloaded: false,
    checked: null,
    log: EMPTY_LOG,
    unsaved: null,
    unreadable: null,
  };
  /** What the attempt under way is to be judged by. */
  #judging: Judging | null = null;
  #isHere = false;
  #loading = false;
  /** Changes to the log that storage has not taken yet. */
  #pending: readonly ((log: AttemptLog) => AttemptLog)[] = [];

  constructor(options: CheckOptions) {
    this.#options = options;
    this.#id = `${options.lesson}/${options.name}`;
  }

  get state(): CheckState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings back what was kept, and follows the bench's runs until the returned function is called. */
  open(): () => void {
    this.hear();
    this.#set({ isOpen: true });
    return this.#options.benchRun.subscribe(() => this.#follow());
  }

  /** Another tab may have changed the log. */
  hear(): void {
    // What could not be kept would be lost.
    if (this.#pending.length > 0) return;
    const read = this.#options.shelf().read(this.#id);
    if (read.kind === 'unavailable') return;
    this.#set({
      log: read.value,
      ...(read.unreadable === null ? {} : { unreadable: read.unreadable }),
    });
  }

  /** Whether a storage event speaks of this exercise. */
  isAbout(key: string | null): boolean {
    return this.#options.shelf().isAbout(this.#id, key);
  }

  /** The reader has set to work: Check is to answer at once. Whether everything comes is seen when it is pressed. */
  warm(): void {
    if (!this.#isHere) this.#load().catch(() => undefined);
  }

  /** The reader pressed Check. @param begin runs the code as it is then, with these calls */
  async check(begin: (probes: readonly Probe[]) => void): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    this.#set({ checking: true, fetching: !this.#isHere, unloaded: false });
    try {
      this.#judging = await this.#load();
    } catch {
      this.#set({ unloaded: true });
      return;
    } finally {
      this.#loading = false;
      this.#set({ checking: false, fetching: false });
    }
    begin(this.#judging.exercise.probes);
  }

  async #load(): Promise<Judging> {
    const judging = await this.#options.load();
    this.#isHere = true;
    return judging;
  }

  /** The reader opened a hint, counted from 1. */
  openHint(number: number): void {
    this.#update((log) => openHints(log, number));
  }

  /** The reader looks at the solution. */
  see(solution: string): void {
    const { lesson, name, report } = this.#options;
    if (!isSolved(this.#state.log)) report({ kind: 'exercise', lesson, id: name, state: 'seen' });
    this.#update((log) => showSolution(log, solution));
  }

  /** The reader has read a sentence. */
  dismiss(what: 'unsaved' | 'unreadable'): void {
    this.#set({ [what]: null });
  }

  #follow(): void {
    const { shown, attempting } = this.#options.benchRun.state;
    const checking = this.#loading || attempting;
    if (checking !== this.#state.checking) this.#set({ checking });
    if (shown?.isAttempt !== true || shown.run === null || this.#judging === null) return;
    const { checked } = this.#state;
    if (checked?.run.runId !== shown.run.runId) this.#judge(this.#judging, shown, shown.run);
    else if (isNews(checked, shown))
      this.#set({ checked: this.#verdictOn(checked.judging, shown, shown.run) });
  }

  #verdictOn(judging: Judging, { outcome, lateErrors }: ShownRun, settled: Run): Checked {
    const { start } = this.#options;
    // A realm may have died after its body had settled.
    const run = { ...settled, outcome: outcome ?? settled.outcome };
    const verdict = judging.judge(judging.exercise, run, lateErrors);
    const { shown } = this.#state.log;
    const result = judging.countsAsSolved(verdict, run, { start, shown })
      ? 'solved'
      : verdict.passed
        ? 'passed'
        : verdict.refusal !== null
          ? 'refused'
          : 'failed';
    return { judging, run, verdict, result };
  }

  #judge(judging: Judging, shown: ShownRun, run: Run): void {
    // What another tab has shown as the solution is none here either.
    this.hear();
    const checked = this.#verdictOn(judging, shown, run);
    const { verdict, result } = checked;
    this.#set({ checked });
    const { lesson, name, shelf, report } = this.#options;
    report({
      kind: 'exercise',
      lesson,
      id: name,
      state: result === 'solved' ? 'solved' : result === 'passed' ? 'seen' : 'tried',
    });
    this.#update((log) =>
      addAttempt(log, {
        source: run.source,
        at: shelf().now(),
        result,
        passed: verdict.checks.filter(({ state }) => state === 'passed').length,
        of: verdict.checks.length,
      }),
    );
  }

  #update(change: (log: AttemptLog) => AttemptLog): void {
    const pending = [...this.#pending, change];
    const write = this.#options
      .shelf()
      .update(this.#id, (log) => pending.reduce((changed, each) => each(changed), log));
    if (write.unreadable !== null) this.#set({ unreadable: write.unreadable });
    if (write.kind === 'saved') {
      this.#pending = [];
      this.#set({ log: write.value, unsaved: null });
      return;
    }
    // What cannot be kept is there as long as the page is, or until there is room.
    this.#pending = pending;
    this.#set({ log: change(this.#state.log), unsaved: write.kind });
  }

  #set(change: Partial<CheckState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether more is known of a run than when it was judged: an error nobody caught, the end of its realm. */
function isNews({ run, verdict }: Checked, { outcome, lateErrors }: ShownRun): boolean {
  return outcome !== run.outcome || (lateErrors.length > 0 && verdict.refusal === null);
}

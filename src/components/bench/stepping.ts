/**
 * What a bench needs to step through a recording: the step shown, memory at that step, and the code beside it. One for
 * each recording; a run that goes on being recorded (callbacks) takes over where the reader was.
 */
import type { ConsoleEntry } from '../../core/trace/console-entry';
import type { Trace } from '../../core/trace/trace';
import { MemoryReplay } from '../../visualizers/memory/memory-replay';
import { createStepStore, type StepStore } from '../../visualizers/timeline/step-store';
import { CodeStepper } from './editor/code-steps';

export interface Stepping {
  readonly trace: Trace;
  readonly store: StepStore;
  readonly replay: MemoryReplay;
  readonly code: CodeStepper;
  /** The reader asked for the end, or it opened there: what is recorded later is to be seen at once. */
  readonly followsEnd: boolean;
  /** At the last step, and not on the way to anywhere: a longer recording may take this one's place. */
  readonly isAtRest: boolean;
}

/** Where a replay opens: at its end unless the snippet says otherwise. */
export type OpensAt = 'start' | 'end' | number;

/** @param onRest the reader has come to rest at the end: what was recorded since may be shown */
export function openStepping(
  trace: Trace,
  entries: () => readonly ConsoleEntry[],
  opensAt: OpensAt,
  onRest: () => void,
): Stepping {
  const step = opensAt === 'end' ? trace.steps : opensAt === 'start' ? 0 : opensAt;
  const store = createStepStore(trace, { step });
  const isAtRest = () => store.step === store.steps && !store.playing && !store.scrubbing;
  let followsEnd = opensAt === 'end';
  let wasAtRest = isAtRest();
  store.subscribe(() => {
    const rests = isAtRest();
    const arrives = rests && !wasAtRest;
    wasAtRest = rests;
    // Who came step by step wants the next step, not the last one.
    if (!rests) followsEnd = false;
    else if (arrives) followsEnd = store.arrival === 'jump';
    if (arrives) onRest();
  });
  return {
    trace,
    store,
    replay: new MemoryReplay(trace, store.shown),
    code: new CodeStepper(trace, entries),
    get followsEnd() {
      return followsEnd;
    },
    get isAtRest() {
      return isAtRest();
    },
  };
}

/** The step of the last console call that has come by now, which is all that the console depends on; Infinity at the end. */
export function lastConsoleStep(
  entries: readonly ConsoleEntry[],
  stepping: Stepping | null,
): number {
  if (stepping === null) return Infinity;
  const { step } = stepping.store.shown;
  if (step === stepping.store.steps) return Infinity;
  let last = -1;
  for (const entry of entries) {
    if (entry.step <= step) last = Math.max(last, entry.step);
    if (entry.lastStep <= step) last = Math.max(last, entry.lastStep);
  }
  return last;
}

/** Console rows that have been printed at a step. */
export function visibleEntries(
  entries: readonly ConsoleEntry[],
  step: number,
): readonly ConsoleEntry[] {
  const visible: ConsoleEntry[] = [];
  for (const entry of entries) {
    if (entry.step > step) continue;
    // How often an equal line had come by then is not known, only that it was not yet all of them.
    visible.push(entry.lastStep > step ? { ...entry, count: 1 } : entry);
  }
  return visible;
}

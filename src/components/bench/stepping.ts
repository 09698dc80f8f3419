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
}

/** Where a replay opens: at its end unless the snippet says otherwise. */
export type OpensAt = 'start' | 'end' | number;

export function openStepping(
  trace: Trace,
  entries: () => readonly ConsoleEntry[],
  opensAt: OpensAt,
): Stepping {
  const step = opensAt === 'end' ? trace.steps : opensAt === 'start' ? 0 : opensAt;
  const store = createStepStore(trace, { step });
  return {
    trace,
    store,
    replay: new MemoryReplay(trace, store),
    code: new CodeStepper(trace, entries),
  };
}

/** The recording has grown, or is another: a reader at its end stays there, one in the middle stays where they are. */
export function stepToKeep(before: Stepping | null): OpensAt {
  if (before === null || before.store.step === before.store.steps) return 'end';
  return before.store.step;
}

/** The step of the last console call that has come by now, which is all that the console depends on; Infinity at the end. */
export function lastConsoleStep(
  entries: readonly ConsoleEntry[],
  stepping: Stepping | null,
): number {
  if (stepping === null || stepping.store.step === stepping.store.steps) return Infinity;
  const { step } = stepping.store;
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

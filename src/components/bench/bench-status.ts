/** What the toolbar and the code say about the last run. */
import type { BenchText } from '../../i18n/bench';
import type { BenchRunState, ShownRun } from './bench-run';
import type { LineMark } from './editor/editor-types';

export interface BenchStatus {
  readonly text: string;
  readonly bad: boolean;
  /** What is said besides to who does not see the page. */
  readonly spoken?: string;
}

/** Whether there is more to say than the status does: the run ended by an error, by its guard, or by getting lost. */
export function hasVerdict({ outcome, lateErrors }: ShownRun): boolean {
  if (outcome?.kind === 'threw' || outcome?.kind === 'lost') return true;
  return (outcome?.kind === 'stopped' && outcome.by !== 'reader') || lateErrors.length > 0;
}

/** The line the last run has something to say about; none once the code has moved on. */
export function markOf({ shown }: BenchRunState, stale: boolean): LineMark | null {
  const outcome = shown?.outcome;
  if (stale || !outcome) return null;
  if (outcome.kind === 'threw' && outcome.error.line !== null) {
    return { line: outcome.error.line, kind: 'err' };
  }
  if (outcome.kind === 'stopped' && outcome.by === 'guard' && outcome.line !== null) {
    return { line: outcome.line, kind: 'warn' };
  }
  return null;
}

export function describeStatus(
  text: BenchText,
  { shown, showRunning }: BenchRunState,
  stale: boolean,
): BenchStatus {
  if (showRunning) return { text: text.recording, bad: false };
  if (!shown?.outcome) return { text: shown ? '' : text.neverRun, bad: false };
  if (stale) return { text: text.runAgain, bad: false };
  const { outcome } = shown;
  const steps = shown.bodySteps;
  switch (outcome.kind) {
    case 'finished': {
      const late = shown.lateErrors[0];
      if (late) return { text: text.threw(late.name, late.line), bad: true };
      return {
        text: shown.atBuild ? text.recordedAtBuild(steps) : text.finished(shown.durationMs, steps),
        bad: false,
      };
    }
    case 'threw':
      return { text: text.threw(outcome.error.name, outcome.error.line), bad: true };
    case 'stopped':
      return {
        text:
          outcome.by === 'reader'
            ? text.stoppedByReader
            : outcome.by === 'guard'
              ? text.stoppedByGuard(outcome.line)
              : text.stoppedByWatchdog,
        bad: outcome.by !== 'reader',
      };
    case 'lost':
      return { text: text.lost, bad: true };
  }
}

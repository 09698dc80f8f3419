/**
 * What ended a run, fetched when a run ended so: the words for every error are a twentieth of the bench. Pages have it in
 * their HTML, so what runs in Node has it from the start.
 */
import { lazy, Suspense } from 'react';
import type { ShownRun } from './bench-run';
import type { VerdictProps } from './Verdict';

const LazyVerdict = import.meta.env.SSR
  ? (await import('./Verdict')).Verdict
  : lazy(async () => ({ default: (await import('./Verdict')).Verdict }));

/** Whether there is something to say: the run ended by an error, by its guard, or by getting lost. */
export function hasVerdict({ outcome, lateErrors }: ShownRun): boolean {
  if (outcome?.kind === 'threw' || outcome?.kind === 'lost') return true;
  return (outcome?.kind === 'stopped' && outcome.by !== 'reader') || lateErrors.length > 0;
}

export function Verdict(props: VerdictProps) {
  return (
    <Suspense>
      <LazyVerdict {...props} />
    </Suspense>
  );
}

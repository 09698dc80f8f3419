/**
 * What ended a run, fetched when a run ended so: the words for every error are a twentieth of the bench. Pages have it in
 * their HTML, which stays until then. No Suspense: React would stream a long verdict by a script of its own.
 */
import { useEffect, useState, type ComponentType } from 'react';
import type { ShownRun } from './bench-run';
import type { VerdictProps } from './Verdict';

/** What runs in Node draws pages, and waits for it. */
let loaded: ComponentType<VerdictProps> | null = import.meta.env.SSR
  ? (await import('./Verdict')).Verdict
  : null;

/** Whether there is something to say: the run ended by an error, by its guard, or by getting lost. */
export function hasVerdict({ outcome, lateErrors }: ShownRun): boolean {
  if (outcome?.kind === 'threw' || outcome?.kind === 'lost') return true;
  return (outcome?.kind === 'stopped' && outcome.by !== 'reader') || lateErrors.length > 0;
}

export function Verdict(props: VerdictProps) {
  const [Loaded, setLoaded] = useState(() => loaded);
  useEffect(() => {
    if (Loaded !== null) return;
    import('./Verdict').then(
      (module) => {
        loaded = module.Verdict;
        setLoaded(() => module.Verdict);
      },
      // Without a network, and never fetched before: the status still says how the run ended.
      () => undefined,
    );
  }, [Loaded]);
  return Loaded === null ? (
    <div
      key="page"
      className="verdict"
      dangerouslySetInnerHTML={{ __html: '' }}
      suppressHydrationWarning
    />
  ) : (
    <div key="here" className="verdict">
      <Loaded {...props} />
    </div>
  );
}

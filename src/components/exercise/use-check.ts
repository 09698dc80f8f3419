/** The attempts of one exercise as React state: brought back after hydration, told of other tabs. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { PROGRESS_EVENT, type ProgressMark } from '../../core/progress/mark';
import type { BenchRun } from '../bench/bench-run';
import { pageAttempts } from './attempt-shelf';
import { CheckSession, type CheckState } from './check-session';
import { loadJudging } from './judging';

export interface ExerciseKey {
  readonly lesson: string;
  readonly name: string;
}

export function useCheck(
  { lesson, name }: ExerciseKey,
  start: string,
  benchRun: BenchRun,
): readonly [CheckState, CheckSession] {
  const [session] = useState(
    () =>
      new CheckSession({
        lesson,
        name,
        start,
        load: () => loadJudging(lesson, name),
        shelf: pageAttempts,
        benchRun,
        report: (mark) =>
          document.dispatchEvent(new CustomEvent<ProgressMark>(PROGRESS_EVENT, { detail: mark })),
      }),
  );
  const state = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.state,
    () => session.state,
  );

  useEffect(() => {
    const close = session.open();
    const onStorage = ({ key }: StorageEvent) => {
      if (session.isAbout(key)) session.hear();
    };
    // A page that comes back from the browser's memory was told nothing meanwhile.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) session.hear();
    };
    window.addEventListener('storage', onStorage);
    window.addEventListener('pageshow', onShow);
    return () => {
      close();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pageshow', onShow);
    };
  }, [session]);

  return [state, session];
}

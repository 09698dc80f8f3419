/** The attempts of one exercise as React state: brought back after hydration, told of other tabs. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { PROGRESS_EVENT, type ProgressMark } from '../../core/progress/mark';
import { findCheck } from '../../lessons/checks';
import type { BenchRun } from '../bench/bench-run';
import { pageAttempts } from './attempt-shelf';
import { CheckSession, type CheckState } from './check-session';

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
        load: () => findCheck(lesson, name)?.() ?? Promise.reject(new Error('no check.ts')),
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
    // Check is to answer at once; whether they come is seen when it is pressed.
    void findCheck(lesson, name)?.().catch(() => undefined);
    return () => {
      close();
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pageshow', onShow);
    };
  }, [session, lesson, name]);

  return [state, session];
}

/** The solution against the reader's code: to be seen after two attempts or three hints, and then marked as seen. */
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ExercisePageText } from '../../i18n/exercise-page';
import type { Locale } from '../../i18n/locale';
import type { ExerciseKey } from './use-check';

const Diff = lazy(() => import('./Diff'));

export interface SolutionProps {
  readonly exercise: ExerciseKey;
  readonly locale: Locale;
  readonly text: ExercisePageText;
  /** Whether it may be seen by now. */
  readonly allowed: boolean;
  readonly seen: boolean;
  /** The exercise is solved: to look costs nothing any more. */
  readonly solved: boolean;
  readonly mine: string;
  readonly onSeen: (solution: string) => void;
  readonly onUse: (solution: string) => void;
  /** The reader goes on with the own code. */
  readonly onKeep: () => void;
}

export function Solution({
  exercise,
  locale,
  text,
  allowed,
  seen,
  solved,
  mine,
  onSeen,
  onUse,
  onKeep,
}: SolutionProps) {
  const [open, setOpen] = useState(false);
  const [solution, setSolution] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const { lesson, name } = exercise;

  useEffect(() => {
    if (!open || solution !== null) return;
    let here = true;
    // What draws it comes with it, so that nothing is marked as seen that could not be shown.
    Promise.all([
      import('../../lessons/solutions').then(
        ({ findSolution }) => findSolution(lesson, name, locale)?.() ?? Promise.reject(new Error()),
      ),
      import('./Diff'),
    ]).then(
      ([source]) => {
        if (!here) return;
        setSolution(source);
        onSeen(source);
      },
      () => {
        if (here) setFailed(true);
      },
    );
    return () => {
      here = false;
    };
  }, [open, solution, lesson, name, locale, onSeen]);

  return (
    <div className="ex-more ex-sol">
      <h4>
        <button
          type="button"
          aria-expanded={open}
          aria-disabled={!allowed || undefined}
          onClick={() => {
            if (!allowed) return;
            setFailed(false);
            setOpen(!open);
          }}
        >
          {text.solution}
          <span className="after">
            {!allowed
              ? text.solutionLater
              : solved
                ? null
                : seen
                  ? text.solutionSeen
                  : text.solutionCounts}
          </span>
        </button>
      </h4>
      {open && failed && <p role="alert">{text.solutionFailed}</p>}
      {open && solution !== null && (
        <>
          <Suspense>
            <Diff mine={mine} solution={solution} text={text} />
          </Suspense>
          <p className="acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                setOpen(false);
                onUse(solution);
              }}
            >
              {text.useSolution}
            </button>
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                setOpen(false);
                onKeep();
              }}
            >
              {text.keepMine}
            </button>
          </p>
        </>
      )}
    </div>
  );
}

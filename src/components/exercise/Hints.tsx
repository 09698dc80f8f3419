/** Three hints, each open once the one before it has been. Without scripts all of them can be opened. */
import { useEffect, useRef } from 'react';
import type { ExercisePageText } from '../../i18n/exercise-page';
import { Words } from './Words';

export interface HintsProps {
  /** Where to look, what to use, nearly the answer. */
  readonly hints: readonly [string, string, string];
  /** How many have been opened; null while nobody keeps the order. */
  readonly opened: number | null;
  readonly text: ExercisePageText;
  readonly onOpen: (number: number) => void;
}

export function Hints({ hints, opened, text, onOpen }: HintsProps) {
  const list = useRef<HTMLDivElement>(null);
  const isKept = opened !== null;

  // What was opened before anybody kept the order counts as far as it is in order.
  const settle = useRef<() => void>(() => undefined);
  useEffect(() => {
    settle.current = () => {
      let next = opened ?? 0;
      list.current?.querySelectorAll('details').forEach((details, index) => {
        if (!details.open) return;
        if (index > next) details.open = false;
        else if (index === next) onOpen((next = index + 1));
      });
    };
  });
  useEffect(() => {
    if (isKept) settle.current();
  }, [isKept]);

  return (
    <div className="hints" ref={list}>
      {hints.map((hint, index) => {
        const locked = opened !== null && index > opened;
        return (
          <details
            key={index}
            onToggle={(event) => {
              if (event.currentTarget.open) onOpen(index + 1);
            }}
          >
            <summary
              aria-disabled={locked || undefined}
              onClick={(event) => {
                if (locked) event.preventDefault();
              }}
            >
              <span className="lv" aria-hidden="true">
                {hints.map((_, bar) => (
                  <i key={bar} className={bar <= index ? 'on' : undefined} />
                ))}
              </span>
              {text.hintNames[index]}
              {locked && <span className="after">{text.hintLocked}</span>}
            </summary>
            <p>
              <Words>{hint}</Words>
            </p>
          </details>
        );
      })}
    </div>
  );
}

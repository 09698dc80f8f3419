/** Every attempt that this device has kept, newest first, to be taken up again. */
import type { ExercisePageText } from '../../i18n/exercise-page';
import type { Attempt } from './attempt-log';

export interface AttemptListProps {
  readonly attempts: readonly Attempt[];
  /** The code in the editor now. */
  readonly source: string;
  readonly text: ExercisePageText;
  readonly onRestore: (attempt: Attempt) => void;
}

export function AttemptList({ attempts, source, text, onRestore }: AttemptListProps) {
  if (attempts.length === 0) return null;
  return (
    <details className="attempts">
      <summary>{text.attempts(attempts.length)}</summary>
      <ol>
        {attempts.map((attempt) => {
          const { at, result, passed, of } = attempt;
          const time = text.attemptAt(at);
          const came = text.result(result, passed, of);
          const isHere = attempt.source === source;
          return (
            <li key={`${at} ${attempt.source}`}>
              <span>
                <time dateTime={new Date(at).toISOString()}>{time}</time>
                <b className={result}>{came}</b>
              </span>
              <button
                type="button"
                className="btn quiet"
                aria-disabled={isHere || undefined}
                aria-label={`${isHere ? text.current : text.restore}: ${time}, ${came}`}
                onClick={() => {
                  if (!isHere) onRestore(attempt);
                }}
              >
                {isHere ? text.current : text.restore}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

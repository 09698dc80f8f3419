/** What concerns the reader about the kept attempts, beside the notes on the saved edit. */
import type { ExercisePageText } from '../../i18n/exercise-page';
import type { CheckSession, CheckState } from './check-session';

export interface ExerciseNoteProps {
  readonly check: CheckState;
  readonly session: CheckSession;
  readonly text: ExercisePageText;
  /** The button goes away with its line, and the focus may not go with it. */
  readonly onDone: () => void;
}

export function ExerciseNote({ check, session, text, onDone }: ExerciseNoteProps) {
  const { unsaved, unreadable } = check;
  const lines = [
    unsaved !== null && {
      what: 'unsaved' as const,
      says: unsaved === 'full' ? text.logFull : text.logUnavailable,
    },
    unreadable !== null && { what: 'unreadable' as const, says: text.logUnreadable(unreadable) },
  ].filter((line) => line !== false);
  return (
    <div className="draft-notes" role="status">
      {lines.map(({ what, says }) => (
        <div className="draft-note" key={what}>
          <span>{says}</span>
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              session.dismiss(what);
              onDone();
            }}
          >
            {text.close}
          </button>
        </div>
      ))}
    </div>
  );
}

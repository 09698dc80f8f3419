/** The place under the toolbar for what concerns the reader about the saved edit. */
import { Late } from '../../visualizers/Late';
import type { BenchText } from '../../i18n/bench';
import type { DraftSession, DraftState } from './draft-session';

export interface DraftNoteProps {
  readonly draft: DraftState;
  readonly session: DraftSession;
  readonly text: BenchText;
  /** The file it is about, where there are several. */
  readonly fileName?: string;
  /** After a press: the buttons here go away with what they were about, the focus may not go with them. */
  readonly onDone: () => void;
}

/** Fetched by who is concerned, which hardly anybody is. */
const loadLines = () => import('./DraftLines');

export function DraftNote(props: DraftNoteProps) {
  const { conflict, listing, unsaved, unreadable, lessonChanged } = props.draft;
  const isNeeded =
    conflict !== null || listing || unsaved !== null || unreadable !== null || lessonChanged;
  return (
    <div className="draft-notes" role="status">
      {isNeeded && (
        <Late load={loadLines} text={props.text}>
          {({ DraftLines }) => <DraftLines {...props} />}
        </Late>
      )}
    </div>
  );
}

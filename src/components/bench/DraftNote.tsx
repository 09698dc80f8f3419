/** One line under the toolbar when something about the saved edit concerns the reader. */
import type { BenchText } from '../../i18n/bench';
import type { DraftState } from './use-draft';

export function DraftNote({
  draft,
  text,
  onReplace,
}: {
  draft: DraftState;
  text: BenchText;
  onReplace: (source: string) => void;
}) {
  const { notice } = draft;
  if (notice === null) return null;
  const other = notice.kind === 'conflict' || notice.kind === 'other' ? notice.other : null;
  return (
    <div className="draft-note" role="status">
      <span>
        {notice.kind === 'conflict' && text.draftConflict}
        {notice.kind === 'other' && text.draftOther}
        {notice.kind === 'corrupt' && text.draftCorrupt(notice.keptAs)}
        {notice.kind === 'full' && text.draftFull}
        {notice.kind === 'unavailable' && text.draftUnavailable}
        {notice.kind === 'lesson-changed' && text.draftLessonChanged}
      </span>
      {other && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            draft.swap(other.source);
            onReplace(other.source);
          }}
        >
          {text.draftUseOther}
        </button>
      )}
      <button type="button" className="btn quiet" onClick={draft.dismiss}>
        {other ? text.draftKeepMine : text.draftDismiss}
      </button>
    </div>
  );
}

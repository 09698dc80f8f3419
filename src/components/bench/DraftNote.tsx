/** Lines under the toolbar for what concerns the reader about the saved edit. None of them hides another. */
import type { ReactNode } from 'react';
import type { BenchText } from '../../i18n/bench';
import type { DraftSession, DraftState } from './draft-session';
import { firstLine } from './first-line';

export interface DraftNoteProps {
  readonly draft: DraftState;
  readonly session: DraftSession;
  readonly text: BenchText;
  /** The file it is about, where there are several. */
  readonly fileName?: string;
  /** After a press: the buttons here go away with what they were about, the focus may not go with them. */
  readonly onDone: () => void;
}

export function DraftNote({ draft, session, text, fileName, onDone }: DraftNoteProps) {
  const { conflict, kept, unsaved, unreadable, lessonChanged } = draft;
  const other = kept[0];
  const button = (
    label: string,
    act: () => void,
    props: { quiet?: boolean; name?: string } = {},
  ) => (
    <button
      type="button"
      className={props.quiet ? 'btn quiet' : 'btn'}
      aria-label={props.name}
      onClick={() => {
        act();
        onDone();
      }}
    >
      {label}
    </button>
  );
  const close = (what: 'unsaved' | 'unreadable' | 'lessonChanged') =>
    button(text.draftClose, () => session.dismiss(what), { quiet: true });

  return (
    <div className="draft-notes" role="status">
      {unsaved && (
        <Line of={fileName} says={unsaved === 'full' ? text.draftFull : text.draftUnavailable}>
          {close('unsaved')}
        </Line>
      )}
      {unreadable !== null && (
        <Line of={fileName} says={text.draftCorrupt(unreadable)}>
          {close('unreadable')}
        </Line>
      )}
      {lessonChanged && (
        <Line of={fileName} says={text.draftLessonChanged}>
          {close('lessonChanged')}
        </Line>
      )}
      {conflict && (
        <Line
          of={fileName}
          says={conflict === 'edited' ? text.draftConflict : text.draftResetElsewhere}
        >
          {conflict === 'edited' && other && button(text.draftUseOther, () => session.use(other))}
          {button(text.draftKeepMine, () => session.keepMine(), { quiet: true })}
        </Line>
      )}
      {draft.listing && (
        <>
          <Line of={fileName} says={text.draftKeptBecause}>
            {button(text.draftClose, () => session.list(false), { quiet: true })}
          </Line>
          {kept.map((version) => {
            const name = text.draftVersion(version.savedAt, version.source.split('\n').length);
            return (
              <Line
                of={fileName}
                key={`${version.tab} ${version.savedAt}`}
                says={
                  <>
                    {name} <code>{firstLine(version.source)}</code>
                  </>
                }
              >
                {button(text.draftUse, () => session.use(version), {
                  name: `${text.draftUse}: ${name}`,
                })}
                {button(text.draftDelete, () => session.delete(version), {
                  quiet: true,
                  name: `${text.draftDelete}: ${name}`,
                })}
              </Line>
            );
          })}
        </>
      )}
    </div>
  );
}

interface LineProps {
  readonly of: string | undefined;
  readonly says: ReactNode;
  readonly children: ReactNode;
}

function Line({ of, says, children }: LineProps) {
  return (
    <div className="draft-note">
      <span>
        {of !== undefined && <code>{of}: </code>}
        {says}
      </span>
      {children}
    </div>
  );
}

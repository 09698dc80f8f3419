/** What the playground has to say of what was just done, with the way back. */
import { controlsText } from '../../i18n/controls';
import { textFor, type Locale } from '../../i18n/locale';
import type { PlaygroundText } from '../../i18n/playground';
import type { Notice, PlaygroundSession } from './playground-session';

export interface NoticesProps {
  readonly session: PlaygroundSession;
  readonly notice: Notice | null;
  readonly locale: Locale;
  readonly text: PlaygroundText;
  /** After a press: the line goes away, the focus may not go with it. */
  readonly onDone: () => void;
}

export function Notices({ session, notice, locale, text, onDone }: NoticesProps) {
  return (
    <div className="draft-notes" role="status">
      {notice && (
        <div className="draft-note">
          <span>{say(notice, locale, text)}</span>
          {notice.kind === 'deleted' && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                session.bringBack(notice.id);
                if (notice.wasOpen) session.openKept(notice.id);
                onDone();
              }}
            >
              {text.undo}
            </button>
          )}
          {notice.kind === 'deleted elsewhere' && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                session.bringBack(notice.id);
                onDone();
              }}
            >
              {text.keepIt}
            </button>
          )}
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              session.say(null);
              onDone();
            }}
          >
            {text.close}
          </button>
        </div>
      )}
    </div>
  );
}

export function say(notice: Notice, locale: Locale, text: PlaygroundText): string {
  switch (notice.kind) {
    case 'deleted':
      return text.deleted(notice.name);
    case 'deleted elsewhere':
      return text.deletedElsewhere(notice.name);
    case 'not kept':
      return text.notKept[notice.why];
    case 'opened':
      return notice.isEdit ? text.openedEdit(notice.name) : text.opened(notice.name);
    case 'file given':
      return text.fileGiven(notice.name, notice.control);
    case 'input refused':
      return textFor(controlsText, locale).refused(notice.name, notice.why);
    case 'file refused':
      return text.fileRefused(notice.name, notice.why);
    case 'no example':
      return text.noExample(notice.id);
    case 'failed':
      return text.notLoaded[notice.what];
    case 'downloaded':
      return text.downloaded(notice.name);
  }
}

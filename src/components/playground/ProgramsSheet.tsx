/** The reader's programs on this device: opened, copied, thrown away and brought back. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { firstLine } from '../bench/first-line';
import type { Locale } from '../../i18n/locale';
import type { PlaygroundText } from '../../i18n/playground';
import { closeSheet } from './close-sheet';
import { say } from './Notices';
import type { PlaygroundSession } from './playground-session';
import type { ListedProgram } from './programs';
import { Sheet } from '../share/Sheet';
import { address } from './use-opening';

export interface ProgramsSheetProps {
  readonly session: PlaygroundSession;
  readonly locale: Locale;
  readonly text: PlaygroundText;
  /** The text of the open program as it is now. */
  readonly readText: () => string;
  readonly onClose: () => void;
}

export function ProgramsSheet({ session, locale, text, readText, onClose }: ProgramsSheetProps) {
  const [list, setList] = useState(() => session.programs.list());
  /** The one that is to go for good, once the reader has said so again. */
  const [asking, setAsking] = useState<string | null>(null);
  const refresh = () => setList(session.programs.list());
  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (session.programs.isAbout(key)) setList(session.programs.list());
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [session]);

  const { open } = session.state;
  // The page's own line is behind the dialog, where nothing is read out.
  const notice = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.state.notice,
  );
  const [before] = useState(notice);
  return (
    <Sheet className="play-sheet" title={text.programsTitle} close={text.close} onClose={onClose}>
      <p className="play-hint">{list.available ? text.programsHint : text.programsUnavailable}</p>
      <p className="play-hint" role="status">
        {notice === null || notice === before ? '' : say(notice, locale, text)}
      </p>
      {list.available && list.programs.length === 0 && (
        <p className="play-hint">{text.programsEmpty}</p>
      )}
      <ul className="play-list">
        {list.programs.map((listed) => {
          const { id, kept } = listed;
          return (
            <li key={id}>
              <button
                type="button"
                className="play-item"
                onClick={(event) => {
                  if (!session.openKept(id)) {
                    refresh();
                    return;
                  }
                  address('');
                  closeSheet(event);
                }}
              >
                <b>{kept.name}</b>
                {id === open.id && <span className="edited">{text.isOpen}</span>}
                <About listed={listed} text={text} />
              </button>
              <button
                type="button"
                className="btn quiet"
                aria-label={`${text.delete}: ${kept.name}`}
                onClick={(event) => {
                  const next = neighbour(event.currentTarget);
                  session.remove(id);
                  refresh();
                  next?.focus();
                }}
              >
                {text.delete}
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        <button
          type="button"
          className="btn"
          onClick={(event) => {
            session.duplicate(readText());
            address('');
            closeSheet(event);
          }}
        >
          {text.duplicate}
        </button>
      </p>
      {list.deleted.length > 0 && (
        <details className="play-deleted">
          <summary>{text.deletedTitle(list.deleted.length)}</summary>
          <ul className="play-list">
            {list.deleted.map((listed) => {
              const { id, kept } = listed;
              return (
                <li key={id}>
                  <span className="play-item">
                    <b>{kept.name}</b>
                    <About listed={listed} text={text} />
                  </span>
                  {asking === id ? (
                    <span className="ask" role="group" aria-label={text.forgetAsk(kept.name)}>
                      {text.forgetAsk(kept.name)}{' '}
                      <button
                        type="button"
                        className="btn"
                        autoFocus
                        onClick={(event) => {
                          const next = neighbour(event.currentTarget);
                          session.programs.forget(id);
                          setAsking(null);
                          refresh();
                          next?.focus();
                        }}
                      >
                        {text.forgetYes}
                      </button>{' '}
                      <button
                        type="button"
                        className="btn quiet"
                        onClick={(event) => {
                          event.currentTarget.closest('details')?.querySelector('summary')?.focus();
                          setAsking(null);
                        }}
                      >
                        {text.forgetNo}
                      </button>
                    </span>
                  ) : (
                    <>
                      <button
                        type="button"
                        className="btn quiet"
                        aria-label={`${text.bringBack}: ${kept.name}`}
                        onClick={(event) => {
                          const next = neighbour(event.currentTarget);
                          session.bringBack(id);
                          refresh();
                          next?.focus();
                        }}
                      >
                        {text.bringBack}
                      </button>
                      <button
                        type="button"
                        className="btn quiet"
                        aria-label={`${text.forget}: ${kept.name}`}
                        onClick={() => setAsking(id)}
                      >
                        {text.forget}
                      </button>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {list.unreadable.map((key) => (
        <p className="play-hint" key={key}>
          {text.unreadable(key)}
        </p>
      ))}
    </Sheet>
  );
}

function About({
  listed,
  text,
}: {
  readonly listed: ListedProgram;
  readonly text: PlaygroundText;
}) {
  const { changedAt, source } = listed;
  return (
    <>
      <span className="play-about">{text.changed(changedAt, source.split('\n').length)}</span>
      <code>{firstLine(source)}</code>
    </>
  );
}

/** Where the focus goes when a row goes away: to the row beside it, or to the head of the dialog. */
function neighbour(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  return (
    beside?.querySelector<HTMLElement>('button') ??
    button.closest('dialog')?.querySelector<HTMLElement>('.sheet-head button') ??
    null
  );
}

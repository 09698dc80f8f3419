/** What a shared link holds, to be read before anything of it is opened; or why it cannot be. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { exampleMark } from '../../core/share/fingerprint';
import { countHidden, readablePieces } from '../../core/share/hidden-characters';
import type { OpenedLink, SharedExample } from '../../core/share/link';
import { PLAIN_VIEW, type Shared } from '../../core/share/shared';
import { textFor, type Locale } from '../../i18n/locale';
import { shareText, type ShareText } from '../../i18n/share';
import { Icon } from '../bench/Icon';
import { lineCount, programParts } from './program-parts';
import { Sheet } from './Sheet';
import type { FindExample } from './share-source';
import './share.css';

export interface LinkPreviewProps {
  readonly link: OpenedLink;
  readonly locale: Locale;
  readonly example: FindExample;
  readonly onOpen: (shared: Shared) => void;
  /** @param keepsLink the address stays, since another time it may be opened */
  readonly onLeave: (keepsLink: boolean) => void;
}

export function LinkPreview({ link, locale, example, onOpen, onLeave }: LinkPreviewProps) {
  const text = textFor(shareText, locale);
  switch (link.kind) {
    case 'problem':
      return (
        <Refused text={text} onLeave={() => onLeave(link.problem.kind === 'newer')}>
          <p>{text.problem.says(link.problem)}</p>
          <p>{text.problem.next(link.problem)}</p>
        </Refused>
      );
    case 'program':
      return <Preview shared={link.shared} text={text} onOpen={onOpen} onLeave={onLeave} />;
    case 'example':
      return (
        <ExamplePreview
          example={link.example}
          find={example}
          locale={locale}
          text={text}
          onOpen={onOpen}
          onLeave={onLeave}
        />
      );
  }
}

interface RefusedProps {
  readonly text: ShareText;
  readonly onLeave: () => void;
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

function Refused({ text, onLeave, onRetry, children }: RefusedProps) {
  return (
    <Sheet
      className="share"
      title={text.problem.title}
      close={text.problem.leave}
      onClose={onLeave}
    >
      {children}
      <div className="share-choice">
        {onRetry && (
          <button type="button" className="btn primary" onClick={onRetry}>
            {text.problem.retry}
          </button>
        )}
        <button type="button" className="btn" data-first onClick={onLeave}>
          {text.problem.leave}
        </button>
      </div>
    </Sheet>
  );
}

interface ExamplePreviewProps {
  readonly example: SharedExample;
  readonly find: FindExample;
  readonly locale: Locale;
  readonly text: ShareText;
  readonly onOpen: (shared: Shared) => void;
  readonly onLeave: (keepsLink: boolean) => void;
}

type Found =
  | { readonly kind: 'shared'; readonly shared: Shared; readonly hasChanged: boolean }
  | { readonly kind: 'loading' | 'gone' | 'unloaded' };

function ExamplePreview(props: ExamplePreviewProps) {
  const { example, find, locale, text, onOpen, onLeave } = props;
  const [found, setFound] = useState<Found>({ kind: 'loading' });
  const look = useCallback(
    () =>
      findShared(example, find, locale).then(setFound, () => {
        setFound({ kind: 'unloaded' });
      }),
    [example, find, locale],
  );
  useEffect(() => {
    void look();
  }, [look]);
  switch (found.kind) {
    case 'loading':
      return (
        <Sheet
          className="share"
          title={text.preview.title}
          close={text.problem.leave}
          onClose={() => onLeave(true)}
        >
          <p role="status">{text.preview.loading}</p>
        </Sheet>
      );
    case 'gone':
      return (
        <Refused text={text} onLeave={() => onLeave(false)}>
          <p>{text.problem.exampleGone(example.from)}</p>
        </Refused>
      );
    case 'unloaded':
      return (
        <Refused text={text} onLeave={() => onLeave(true)} onRetry={() => void look()}>
          <p>{text.problem.exampleUnloaded}</p>
        </Refused>
      );
    case 'shared':
      return (
        <Preview
          shared={found.shared}
          text={text}
          example={found.hasChanged ? text.preview.exampleChanged : text.preview.example}
          onOpen={onOpen}
          onLeave={onLeave}
        />
      );
  }
}

async function findShared(
  { from, mark, view }: SharedExample,
  find: FindExample,
  language: Locale,
): Promise<Found> {
  const program = await find(from, language);
  if (program === null) return { kind: 'gone' };
  const hasChanged = exampleMark(program.source, program.serverHalf?.source ?? null) !== mark;
  // Its steps are others now.
  const shown = hasChanged ? { ...PLAIN_VIEW, base: view.base } : view;
  return { kind: 'shared', hasChanged, shared: { program, files: [], view: shown, language } };
}

interface PreviewProps {
  readonly shared: Shared;
  readonly text: ShareText;
  /** What is to be said of a program of the site. */
  readonly example?: string;
  readonly onOpen: (shared: Shared) => void;
  readonly onLeave: (keepsLink: boolean) => void;
}

function Preview({ shared, text, example, onOpen, onLeave }: PreviewProps) {
  const { program, files, view } = shared;
  const { preview } = text;
  const sources = useMemo(
    () => [
      { name: preview.code(program.fileName), source: program.source },
      ...(program.serverHalf === null
        ? []
        : [
            {
              name: preview.code(program.serverHalf.fileName),
              source: program.serverHalf.source,
            },
          ]),
      ...(program.html === null ? [] : [{ name: preview.pageOf, source: program.html }]),
    ],
    [program, preview],
  );
  const hidden = sources.reduce((sum, { source }) => sum + countHidden(source), 0);
  return (
    <Sheet
      className="share preview"
      title={preview.title}
      close={preview.leave}
      onClose={() => onLeave(false)}
    >
      <p>{preview.intro}</p>
      <dl className="share-facts">
        <dt>{preview.fileName}</dt>
        <dd>
          <code>{program.fileName}</code>, {text.lines(lineCount(program.source))}
        </dd>
        <dt>{preview.made}</dt>
        <dd>{programParts(shared, text).join('; ')}</dd>
        {files.length > 0 && (
          <>
            <dt>{preview.files}</dt>
            <dd>{files.map((file) => text.file(file.name, file.bytes.length)).join('; ')}</dd>
          </>
        )}
        <dt>{preview.began}</dt>
        <dd>{program.from === null ? preview.ownWork : <code>{program.from}</code>}</dd>
      </dl>
      {view.step !== null && <p>{preview.step(view.step)}.</p>}
      {example !== undefined && <p className="share-note">{example}</p>}
      {hidden > 0 && (
        <p className="share-left">
          <Icon name="warn" />
          {preview.hidden(hidden)}
        </p>
      )}
      {sources.map(({ name, source }, index) => (
        <div key={index}>
          {index > 0 && <h3 className="share-h">{name}</h3>}
          <pre className="share-code" dir="ltr" tabIndex={0} role="region" aria-label={name}>
            <code>
              <Readable source={source} />
            </code>
          </pre>
        </div>
      ))}
      <div className="share-choice">
        <button type="button" className="btn primary" data-first onClick={() => onOpen(shared)}>
          {preview.open}
        </button>
        <button type="button" className="btn" onClick={() => onLeave(false)}>
          {preview.leave}
        </button>
        <span className="share-note">{preview.keepsMine}</span>
      </div>
    </Sheet>
  );
}

/** Code in which what cannot be seen is named. */
function Readable({ source }: { readonly source: string }) {
  const pieces = useMemo(() => readablePieces(source), [source]);
  return pieces.map((piece, index) =>
    piece.kind === 'text' ? piece.text : <mark key={index}>{piece.name}</mark>,
  );
}

/** The dialog of the Share button: the link, what goes along in it, and the same as a QR code. */
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { textFor, type Locale } from '../../i18n/locale';
import { shareText, type ShareText } from '../../i18n/share';
import { Icon } from '../bench/Icon';
import { copyText } from './copy-text';
import { lineCount, programParts } from './program-parts';
import { MAX_QR_CHARACTERS, QrCode } from './QrCode';
import { isLocalHost, linkTo, LONG_LINK_CHARACTERS, type Ready } from './share-link';
import type { ShareSource } from './share-source';
import { Sheet } from './Sheet';
import { useReady } from './use-ready';
import './share.css';

export interface ShareDialogProps {
  readonly source: ShareSource;
  readonly locale: Locale;
  readonly onClose: () => void;
}

export function ShareDialog({ source, locale, onClose }: ShareDialogProps) {
  const text = textFor(shareText, locale);
  const asked = useReady(source);
  return (
    <Sheet className="share" title={text.title} close={text.close} onClose={onClose}>
      {asked === 'making' ? (
        <p>{text.making}</p>
      ) : asked === 'unreadable' ? (
        <p role="alert">{text.unreadable}</p>
      ) : (
        <ShareLink ready={asked} text={text} />
      )}
    </Sheet>
  );
}

function ShareLink({ ready, text }: { readonly ready: Ready; readonly text: ShareText }) {
  const { shared, left, isExample } = ready;
  const { program, files, view } = shared;
  const [atStep, setAtStep] = useState(view.step !== null);
  const made = useMemo(() => linkTo(ready, atStep, window.location.href), [ready, atStep]);
  return (
    <>
      <h3 className="share-h">{text.goesAlong}</h3>
      <ul className="share-parts">
        <li>
          <code>{program.fileName}</code>, {text.lines(lineCount(program.source))}
        </li>
        {programParts(shared, text).map((part) => (
          <li key={part}>{part}</li>
        ))}
        {files.map((file) => (
          <li key={file.control}>{text.file(file.name, file.bytes.length)}</li>
        ))}
      </ul>
      {left.map(({ name, why }) => (
        <p key={name} className="share-left">
          <Icon name="warn" />
          {text.leftOut(name, why)}
        </p>
      ))}
      <p className="share-note">
        {isExample ? text.byName : text.byItself}
        {program.from?.includes('/exercises/') && ` ${text.exerciseOnly}`}
      </p>
      {view.step !== null && (
        <label className="share-step">
          <input
            type="checkbox"
            role="switch"
            checked={atStep}
            onChange={(event) => setAtStep(event.target.checked)}
          />
          {text.atStep(view.step)}
        </label>
      )}
      {made.kind === 'problem' ? (
        <p role="alert">{text.problem.says(made.problem)}</p>
      ) : (
        <>
          <LinkField href={made.href} text={text} />
          <QrPart href={made.href} fileName={program.fileName} text={text} />
        </>
      )}
    </>
  );
}

function LinkField({ href, text }: { readonly href: string; readonly text: ShareText }) {
  const field = useRef<HTMLInputElement>(null);
  /** What was said, and of which link: another one has not been copied. */
  const [said, setSaid] = useState<{ readonly words: string; readonly of: string } | null>(null);
  const canSend = typeof navigator.share === 'function';

  const copy = async () => {
    const isCopied = await copyText(href, field.current);
    setSaid({ words: isCopied ? text.copied : text.copyByHand, of: href });
  };
  return (
    <>
      <div className="share-link">
        <label className="vh" htmlFor="share-link">
          {text.link}
        </label>
        <input
          ref={field}
          id="share-link"
          readOnly
          dir="ltr"
          value={href}
          aria-describedby="share-length"
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="btn primary" autoFocus onClick={() => void copy()}>
          {text.copy}
        </button>
        {canSend && (
          <button
            type="button"
            className="btn"
            // Who turns the sheet of the system away has said enough.
            onClick={() => void navigator.share({ url: href }).catch(() => undefined)}
          >
            {text.send}
          </button>
        )}
      </div>
      <p className="share-note">
        <span id="share-length">{text.characters(href.length)}.</span>
        {href.length > LONG_LINK_CHARACTERS && ` ${text.longLink}`}{' '}
        <span role="status">{said?.of === href ? said.words : ''}</span>
      </p>
      {isLocalHost(window.location.hostname) && (
        <p className="share-left">
          <Icon name="warn" />
          {text.localOnly}
        </p>
      )}
    </>
  );
}

interface QrPartProps {
  readonly href: string;
  readonly fileName: string;
  readonly text: ShareText;
}

function QrPart({ href, fileName, text }: QrPartProps) {
  const [isLarge, setLarge] = useState(false);
  const isTooLong = href.length > MAX_QR_CHARACTERS;
  const code: ReactNode = isTooLong ? null : <QrCode text={href} label={text.qrLabel(fileName)} />;
  return (
    <>
      <h3 className="share-h">{text.qr}</h3>
      {isTooLong ? (
        <p className="share-note">{text.qrTooLong(href.length, MAX_QR_CHARACTERS)}</p>
      ) : (
        <div className="share-qr">
          {code}
          <button type="button" className="btn" onClick={() => setLarge(true)}>
            {text.qrLarge}
          </button>
        </div>
      )}
      {isLarge && !isTooLong && (
        <Sheet
          className="qr-large"
          title={fileName}
          close={text.close}
          onClose={() => setLarge(false)}
        >
          {code}
          {href.length <= 120 && <p className="qr-address">{href}</p>}
        </Sheet>
      )}
    </>
  );
}

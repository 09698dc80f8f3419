/** The HTML with which other people's pages and slides show the program: to look over, and to copy. */
import { useId, useMemo, useRef, useState } from 'react';
import type { Locale } from '../../i18n/locale';
import type { PlaygroundText } from '../../i18n/playground';
import { copyText } from '../share/copy-text';
import type { ShareSource } from '../share/share-source';
import { Sheet } from '../share/Sheet';
import { useReady } from '../share/use-ready';
import { DEFAULT_HEIGHT, embedCode, EMBED_THEMES, type EmbedTheme } from './embed-code';

export interface EmbedSheetProps {
  readonly name: string;
  readonly source: ShareSource;
  readonly locale: Locale;
  readonly text: PlaygroundText;
  readonly onClose: () => void;
}

export function EmbedSheet({ name, source, locale, text, onClose }: EmbedSheetProps) {
  const id = useId();
  const asked = useReady(source);
  const ready = typeof asked === 'string' ? null : asked;
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [height, setHeight] = useState(DEFAULT_HEIGHT);
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  const code = useMemo(
    () =>
      ready &&
      embedCode(ready, {
        page: location.href,
        locale,
        theme,
        height,
        title: text.embedPage.frame(name),
      }),
    [ready, locale, theme, height, text, name],
  );

  const copy = async (value: string) => {
    setCopied((await copyText(value, field.current)) ? 'copied' : 'notCopied');
  };
  return (
    <Sheet className="play-sheet" title={text.embedTitle} close={text.close} onClose={onClose}>
      <p className="play-hint">{text.embedHint}</p>
      <div className="play-field">
        <label htmlFor={`${id}theme`}>{text.embedTheme}</label>
        <select
          id={`${id}theme`}
          value={theme}
          onChange={(event) =>
            setTheme(EMBED_THEMES.find((each) => each === event.target.value) ?? 'auto')
          }
        >
          {EMBED_THEMES.map((each) => (
            <option key={each} value={each}>
              {text.embedThemes[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="play-field">
        <label htmlFor={`${id}height`}>{text.embedHeight}</label>
        <input
          id={`${id}height`}
          type="number"
          min={200}
          max={2000}
          step={20}
          value={height}
          onChange={(event) => {
            const { valueAsNumber } = event.target;
            if (valueAsNumber > 0) setHeight(Math.round(valueAsNumber));
          }}
        />
      </div>
      {asked === 'unreadable' ? (
        <p role="alert">{text.embedUnreadable}</p>
      ) : ready !== null && code === null ? (
        <p role="alert">{text.embedFailed}</p>
      ) : (
        <>
          <div className="play-field play-html">
            <label htmlFor={`${id}code`}>{text.embedCode}</label>
            <textarea
              ref={field}
              id={`${id}code`}
              readOnly
              rows={6}
              spellCheck={false}
              value={code ?? text.loading}
              onFocus={(event) => event.target.select()}
            />
          </div>
          <p>
            <button
              type="button"
              className="btn primary"
              disabled={code === null}
              onClick={() => {
                if (code !== null) void copy(code);
              }}
            >
              {text.copy}
            </button>{' '}
            <span className="play-hint" role="status">
              {copied === null ? '' : text[copied]}
            </span>
          </p>
        </>
      )}
    </Sheet>
  );
}

/** The HTML with which other people's pages and slides show the program: to look over, and to copy. */
import { useEffect, useId, useMemo, useState } from 'react';
import type { Locale } from '../../i18n/locale';
import type { PlaygroundText } from '../../i18n/playground';
import { makeReady, type Ready } from '../share/share-link';
import type { ShareSource } from '../share/share-source';
import { Sheet } from '../share/Sheet';
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
  const [ready, setReady] = useState<Ready | null>(null);
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [height, setHeight] = useState(DEFAULT_HEIGHT);
  const [copied, setCopied] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    let here = true;
    void makeReady(source).then((made) => {
      if (here) setReady(made);
    });
    return () => {
      here = false;
    };
  }, [source]);
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
    try {
      await navigator.clipboard.writeText(value);
      setCopied('copied');
    } catch {
      setCopied('notCopied');
    }
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
      {ready !== null && code === null ? (
        <p role="alert">{text.embedFailed}</p>
      ) : (
        <>
          <div className="play-field play-html">
            <label htmlFor={`${id}code`}>{text.embedCode}</label>
            <textarea
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

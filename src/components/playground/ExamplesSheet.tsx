/** Every snippet and exercise of every lesson, to search in and to open. */
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { searchExamples, type ExampleIndex } from '../../core/examples/example';
import type { Locale } from '../../i18n/locale';
import type { PlaygroundText } from '../../i18n/playground';
import { closeSheet } from './close-sheet';
import { fetchExampleIndex } from './fetch-examples';
import { Sheet } from '../share/Sheet';

export interface ExamplesSheetProps {
  readonly locale: Locale;
  readonly text: PlaygroundText;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

export function ExamplesSheet({ locale, text, onOpen, onClose }: ExamplesSheetProps) {
  const id = useId();
  const [index, setIndex] = useState<ExampleIndex | 'loading' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  const [query, setQuery] = useState('');
  const settled = useDeferredValue(query);

  useEffect(() => {
    let here = true;
    fetchExampleIndex(locale).then(
      (fetched) => {
        if (here) setIndex(fetched);
      },
      () => {
        if (here) setIndex('failed');
      },
    );
    return () => {
      here = false;
    };
  }, [locale, tries]);

  const found = useMemo(
    () => (typeof index === 'string' ? [] : searchExamples(index, settled)),
    [index, settled],
  );
  const count = found.reduce((sum, { examples }) => sum + examples.length, 0);

  return (
    <Sheet className="play-sheet" title={text.examplesTitle} close={text.close} onClose={onClose}>
      <div className="play-search">
        <label htmlFor={id}>{text.search}</label>
        <input
          id={id}
          type="search"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <p className="play-hint" role="status">
          {index === 'loading'
            ? text.loading
            : index === 'failed'
              ? text.failed
              : count === 0
                ? text.nothingFound
                : text.found(count)}
        </p>
      </div>
      {index === 'failed' && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setIndex('loading');
            setTries(tries + 1);
          }}
        >
          {text.retry}
        </button>
      )}
      {found.map(({ slug, title, examples }) => (
        <section key={slug} aria-labelledby={`${id}${slug}`}>
          <h3 id={`${id}${slug}`}>{title}</h3>
          <ul className="play-list">
            {examples.map((example) => (
              <li key={example.id}>
                <button
                  type="button"
                  className="play-item"
                  data-example={example.id}
                  onClick={(event) => {
                    closeSheet(event);
                    onOpen(example.id);
                  }}
                >
                  <b>{example.title}</b>
                  {example.kind === 'exercise' && <span className="edited">{text.exercise}</span>}
                  <code>{example.fileName}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}

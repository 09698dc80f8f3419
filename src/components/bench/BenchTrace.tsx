/** The timeline of a bench's recording, with its transport. */
import { useCallback } from 'react';
import { Timeline } from '../../visualizers/timeline/View';
import { Transport } from '../../visualizers/timeline/Transport';
import type { BenchModel } from './use-bench';

export function BenchTrace({ bench }: { readonly bench: BenchModel }) {
  const { text, old, covered, focusRun, start } = bench;
  const { locale } = bench.setup;
  const { stepping } = bench.state;
  const recordFrom = useCallback(
    (from: number) => {
      focusRun();
      start({ recordFrom: from, opensAt: 1 });
    },
    [focusRun, start],
  );
  return (
    <div
      className="trace"
      role="group"
      aria-label={text.timeline}
      data-covered={covered || undefined}
    >
      {stepping ? (
        <div className="trace-body">
          <Transport trace={stepping.trace} store={stepping.store} locale={locale} />
          <Timeline
            trace={stepping.trace}
            store={stepping.store}
            locale={locale}
            stale={old}
            onRecordFrom={recordFrom}
          />
        </div>
      ) : (
        <p className="trace-empty">{text.runToRecord}</p>
      )}
    </div>
  );
}

/** For eyes and keyboards: everybody else finds the keys in the list that "?" opens. */
export function BenchNote({ bench }: { readonly bench: BenchModel }) {
  const { text } = bench;
  return (
    <p className="bench-note" aria-hidden="true">
      {text.stepKeys.map(([keys, does]) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
}

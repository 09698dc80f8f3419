/** How a bench is laid out: the bar, the code beside what a run left, and the timeline under both. */
import { useMemo, type ReactNode } from 'react';
import { Late } from '../../visualizers/Late';
import { hasMediaSource } from '../../visualizers/media-source/has-media-source';
import { BenchBar } from './BenchBar';
import { BenchStack } from './BenchStack';
import { BenchNote, BenchTrace } from './BenchTrace';
import { DraftNote } from './DraftNote';
import { OfRun } from './OfRun';
import type { BenchModel } from './use-bench';

/** What stands between panes whose sizes the reader sets (components/playground). */
export interface BenchSplit {
  /** Between the code and what a run left. */
  readonly columns: ReactNode;
  /** Between memory and the rest of what a run left. */
  readonly rows: ReactNode;
}

export interface BenchFrameProps {
  readonly bench: BenchModel;
  readonly code: ReactNode;
  /** The picture of memory stands elsewhere. */
  readonly memory?: boolean;
  /** What the console is called, where there is another one. */
  readonly consoleTitle?: string | undefined;
  /** After the console. */
  readonly afterConsole?: ReactNode;
  readonly split?: BenchSplit;
  /** As wide as the bench, above the timeline. */
  readonly children?: ReactNode;
}

export function BenchFrame({
  bench,
  code,
  memory = true,
  consoleTitle,
  afterConsole,
  split,
  children,
}: BenchFrameProps) {
  const { id, title, opensAtStart } = bench.setup;
  const { text, section, hydrated, old, drafts, keys, focusRun } = bench;
  return (
    <section
      ref={section}
      className="bench"
      id={`bench-${id.replace('/', '-')}`}
      aria-label={text.label(title)}
      data-bench={id}
      data-hydrated={hydrated || undefined}
      data-stale={old || undefined}
      data-asks={opensAtStart || undefined}
      {...keys}
    >
      <BenchBar bench={bench} />
      {drafts.map(({ fileName, draft, session }) => (
        <DraftNote
          key={fileName}
          draft={draft}
          session={session}
          text={text}
          {...(drafts.length > 1 ? { fileName } : {})}
          onDone={focusRun}
        />
      ))}
      <div className={memory ? 'bench-body' : 'bench-body even'}>
        <div className="pane">{code}</div>
        {split?.columns}
        <BenchStack bench={bench} memory={memory} consoleTitle={consoleTitle} between={split?.rows}>
          {afterConsole}
        </BenchStack>
      </div>
      <BenchMedia bench={bench} />
      {children}
      <BenchTrace bench={bench} />
      <BenchNote bench={bench} />
    </section>
  );
}

/** Fetched by who has a MediaSource to look at. */
const loadMediaSource = () => import('../../visualizers/media-source/View');

function BenchMedia({ bench }: { readonly bench: BenchModel }) {
  const { covered, setup, text } = bench;
  const { shown, stepping } = bench.state;
  const trace = stepping?.trace ?? null;
  const isNeeded = useMemo(() => trace !== null && hasMediaSource(trace), [trace]);
  if (!isNeeded || stepping === null) return null;
  return (
    <div data-covered={covered || undefined}>
      <OfRun bench={bench}>
        <Late load={loadMediaSource} text={text}>
          {({ default: MediaSourceView }) => (
            <MediaSourceView
              trace={stepping.trace}
              log={shown?.net ?? null}
              store={stepping.store}
              locale={setup.locale}
            />
          )}
        </Late>
      </OfRun>
    </div>
  );
}

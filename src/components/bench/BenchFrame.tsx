/** How a bench is laid out: the bar, the code beside what a run left, and the timeline under both. */
import type { ReactNode } from 'react';
import { BenchBar } from './BenchBar';
import { BenchStack } from './BenchStack';
import { BenchNote, BenchTrace } from './BenchTrace';
import { DraftNote } from './DraftNote';
import type { BenchModel } from './use-bench';

export interface BenchFrameProps {
  readonly bench: BenchModel;
  readonly code: ReactNode;
  /** The picture of memory stands elsewhere. */
  readonly memory?: boolean;
  /** What the console is called, where there is another one. */
  readonly consoleTitle?: string | undefined;
  /** After the console. */
  readonly afterConsole?: ReactNode;
  /** As wide as the bench, above the timeline. */
  readonly children?: ReactNode;
}

export function BenchFrame({
  bench,
  code,
  memory = true,
  consoleTitle,
  afterConsole,
  children,
}: BenchFrameProps) {
  const { id, title } = bench.setup;
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
        <BenchStack bench={bench} memory={memory} consoleTitle={consoleTitle}>
          {afterConsole}
        </BenchStack>
      </div>
      {children}
      <BenchTrace bench={bench} />
      <BenchNote bench={bench} />
    </section>
  );
}

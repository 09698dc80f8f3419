/**
 * A bench: one snippet with its editor, toolbar, memory, output and console. Rendered on the server from a run that
 * was recorded at build, so it reads well before any of this code has loaded.
 */
import type { ReactNode } from 'react';
import { BenchBar } from './BenchBar';
import { BenchCode } from './BenchCode';
import { BenchStack } from './BenchStack';
import { BenchNote, BenchTrace } from './BenchTrace';
import { DraftNote } from './DraftNote';
import { useBench, type BenchSetup } from './use-bench';

export interface BenchProps extends BenchSetup {
  /** The highlighted code. */
  readonly children?: ReactNode;
}

export default function Bench({ children, ...setup }: BenchProps) {
  const bench = useBench(setup);
  const { id, title } = setup;
  const { text, section, hydrated, old, draft, session, keys, focusRun } = bench;
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
      <DraftNote draft={draft} session={session} text={text} onDone={focusRun} />
      <div className="bench-body">
        <div className="pane">
          <BenchCode bench={bench}>{children}</BenchCode>
        </div>
        <BenchStack bench={bench} />
      </div>
      <BenchTrace bench={bench} />
      <BenchNote bench={bench} />
    </section>
  );
}

/** The code of a bench, with what its runs have to say about its lines. */
import type { ReactNode } from 'react';
import { CodeArea } from './CodeArea';
import type { LineMark } from './editor/editor-types';
import type { BenchModel } from './use-bench';

export interface BenchCodeProps {
  readonly bench: BenchModel;
  /** The line that is marked. */
  readonly mark?: LineMark | null;
  /** The highlighted code. */
  readonly children?: ReactNode;
}

export function BenchCode({ bench, mark = bench.mark, children }: BenchCodeProps) {
  const { setup, text, draft, session, openRequest, code, start, stop } = bench;
  return (
    <CodeArea
      id={setup.id}
      title={setup.title}
      source={draft.source}
      sourceNow={() => session.state.source}
      pristine={setup.source}
      mark={mark}
      text={text}
      openRequest={openRequest}
      controller={code}
      onChange={(next) => session.change(next)}
      onRun={() => start()}
      onStop={stop}
    >
      {children}
    </CodeArea>
  );
}

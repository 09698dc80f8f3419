/**
 * What a run left, which is said to be of the last one once the code is another. The note is always there and what is of the
 * run is one element, so that a first letter changes two elements, and styles nothing of what they hold anew.
 */
import type { ReactNode } from 'react';
import type { BenchModel } from './use-bench';

export interface OfRunProps {
  readonly bench: BenchModel;
  readonly children: ReactNode;
}

export function OfRun({ bench: { old, text }, children }: OfRunProps) {
  return (
    <div className={old ? 'of-run stale' : 'of-run'}>
      <p className="stale-note" hidden={!old}>
        {old && text.fromLastRun}
      </p>
      <div className="of-run-body">{children}</div>
    </div>
  );
}

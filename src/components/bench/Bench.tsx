/**
 * A bench: one snippet with its editor, toolbar, memory, output and console. Rendered on the server from a run that
 * was recorded at build, so it reads well before any of this code has loaded.
 */
import type { ReactNode } from 'react';
import { BenchCode } from './BenchCode';
import { BenchFrame } from './BenchFrame';
import { useBench, type BenchSetup } from './use-bench';

export interface BenchProps extends BenchSetup {
  /** The highlighted code. */
  readonly children?: ReactNode;
}

export default function Bench({ children, ...setup }: BenchProps) {
  const bench = useBench(setup);
  return <BenchFrame bench={bench} code={<BenchCode bench={bench}>{children}</BenchCode>} />;
}

/** A recorded run as the page carries it: its trace is packed, since props are written out as text. */
import { packTrace, unpackTrace, type PackedTrace } from '../../core/trace/pack-trace';
import type { Run } from '../../core/trace/run';

export interface PackedRun extends Omit<Run, 'trace' | 'source'> {
  readonly trace: PackedTrace | null;
}

/** The source is left out: the bench has it. */
export function packRun({ source: _source, ...run }: Run): PackedRun {
  return { ...run, trace: run.trace && packTrace(run.trace) };
}

export function unpackRun(run: PackedRun, source: string): Run {
  return { ...run, source, trace: run.trace && unpackTrace(run.trace, run.memory) };
}

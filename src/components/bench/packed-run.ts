/** A recorded run as the page carries it: its trace and its memory are packed, since props are written out as text. */
import {
  packMemory,
  packTrace,
  unpackMemory,
  unpackTrace,
  type PackedMemory,
  type PackedTrace,
} from '../../core/trace/pack-trace';
import type { Run } from '../../core/trace/run';

export interface PackedRun extends Omit<Run, 'trace' | 'memory' | 'source'> {
  readonly memory: PackedMemory;
  readonly trace: PackedTrace | null;
}

/** The source is left out: the bench has it. */
export function packRun({ source: _source, ...run }: Run): PackedRun {
  return {
    ...run,
    memory: packMemory(run.memory),
    trace: run.trace && packTrace(run.trace),
  };
}

export function unpackRun(run: PackedRun, source: string): Run {
  const memory = unpackMemory(run.memory);
  return { ...run, source, memory, trace: run.trace && unpackTrace(run.trace, memory) };
}

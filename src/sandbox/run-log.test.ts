import { expect, test } from 'vitest';
import { EMPTY_MEMORY, type MemoryState } from '../core/trace/memory-state';
import type { Trace } from '../core/trace/trace';
import { NO_COUNTS } from '../core/trace/trace-chunk';
import { RunLog } from './run-log';

test('steps that changed nothing in memory come with memory as it was told last', () => {
  const heard: { memory: MemoryState; trace: Trace | null }[] = [];
  const log = new RunLog('r', '', {
    memory: (memory, trace) => heard.push({ memory, trace }),
    settled: () => undefined,
  });
  log.recordWith([]);
  const told = { ...EMPTY_MEMORY, omittedBuffers: 3 };
  const from = { v: 1, runId: 'r', kind: 'memory' } as const;
  log.take({ ...from, memory: told, counts: null });
  log.take({ ...from, memory: null, counts: { ...NO_COUNTS, unrecorded: 5 } });
  expect(heard).toHaveLength(2);
  expect(heard[1]?.memory).toMatchObject(told);
  expect(heard[1]?.trace).toMatchObject({ unrecorded: 5, final: told });
});

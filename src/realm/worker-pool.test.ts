import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkerPool } from './worker-pool';

/** A Worker that only remembers its handlers. */
class FakeWorker {
  static readonly made: FakeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(): void {}
  terminate(): void {}
}

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
  FakeWorker.made.length = 0;
});
afterEach(() => vi.unstubAllGlobals());

test('a Worker that lets out error upon error is told of once, in brief, and nothing reaches the browser’s console', () => {
  const told: unknown[] = [];
  const pool = new WorkerPool('', (message) => told.push(message));
  pool.spare();
  pool.start('run', {} as MessagePort);
  const preventDefault = vi.fn();
  const message = 'x'.repeat(1_000_000);
  for (let i = 0; i < 1000; i++) FakeWorker.made[0]?.onerror?.({ message, preventDefault });
  expect(told).toEqual([{ kind: 'worker-failed', runId: 'run', message: 'x'.repeat(500) }]);
  expect(preventDefault).toHaveBeenCalledTimes(1000);
});

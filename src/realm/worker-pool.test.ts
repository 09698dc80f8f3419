import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WORKER_READY } from './worker';
import { WorkerPool } from './worker-pool';

/** A Worker that only remembers its handlers. */
class FakeWorker {
  static readonly made: FakeWorker[] = [];
  readonly got: unknown[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault: () => void }) => void) | null = null;
  constructor(readonly url: string) {
    FakeWorker.made.push(this);
  }
  postMessage(_: unknown, transfer: readonly unknown[]): void {
    this.got.push(...transfer);
  }
  boot(): void {
    this.onmessage?.({ data: WORKER_READY });
  }
  fail(message = ''): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
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
  FakeWorker.made[0]?.boot();
  pool.start('run', {} as MessagePort);
  const preventDefault = vi.fn();
  const message = 'x'.repeat(1_000_000);
  for (let i = 0; i < 1000; i++) FakeWorker.made[0]?.onerror?.({ message, preventDefault });
  expect(told).toEqual([
    { kind: 'spare-ready' },
    { kind: 'worker-failed', runId: 'run', message: 'x'.repeat(500) },
  ]);
  expect(preventDefault).toHaveBeenCalledTimes(1000);
});

test('a run that came before its Worker had booted is handed over then', () => {
  const pool = new WorkerPool('', () => undefined);
  pool.spare();
  const port = {} as MessagePort;
  pool.start('run', port);
  const [worker] = FakeWorker.made;
  expect(worker?.got).toEqual([]);
  worker?.boot();
  expect(worker?.got).toEqual([port]);
  // From then on a Worker finds its port waiting.
  pool.start('next', port);
  expect(FakeWorker.made[1]?.got).toEqual([port]);
});

test('where no Worker starts from a blob, as in WebKit, it starts from the text itself', () => {
  const told: unknown[] = [];
  const pool = new WorkerPool('self.a = "ü";', (message) => told.push(message));
  pool.spare();
  const port = {} as MessagePort;
  pool.start('run', port);
  pool.spare();
  for (const worker of FakeWorker.made.slice()) worker.fail();
  const urls = FakeWorker.made.map(({ url }) => url);
  expect(urls.map((url) => url.slice(0, 5))).toEqual(['blob:', 'blob:', 'data:', 'data:']);
  expect(decodeURIComponent(urls[2]?.split(',')[1] ?? '')).toBe('self.a = "ü";');
  for (const worker of FakeWorker.made.slice(2)) worker.boot();
  expect(FakeWorker.made[2]?.got).toEqual([port]);
  expect(told).toEqual([{ kind: 'spare-ready' }]);
});

test('a Worker that starts from neither is told of', () => {
  const told: unknown[] = [];
  const pool = new WorkerPool('', (message) => told.push(message));
  pool.start('run', {} as MessagePort);
  FakeWorker.made[0]?.fail();
  FakeWorker.made[1]?.fail('why');
  expect(told).toEqual([{ kind: 'worker-failed', runId: 'run', message: 'why' }]);
});

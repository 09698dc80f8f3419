import { resolveObjectURL } from 'node:buffer';
import { expect, test } from 'vitest';
import { call, media } from '../core/exercise/inputs';
import { ProbeRunner } from './probes';
import type { RunParts } from './run-parts';

test('a call that the guard stops leaves no address behind', () => {
  const signal = new Error('stopped');
  let address = '';
  const program = (video: HTMLVideoElement): void => {
    address = video.src;
    throw signal;
  };
  const hook = { scope: () => program, takeSite: () => null };
  const parts = {
    hook,
    guard: { stopped: true },
    thrown: { isSignal: (value: unknown) => value === signal },
    outbox: { muted: false },
    recorder: {
      hook,
      log: { steps: 0, on: true, compare: () => undefined },
      registry: { beginStretch: () => undefined, buffers: [], views: [], omitted: 0 },
      flushCounts: () => undefined,
      blobs: { addressed: () => null },
    },
  } as unknown as RunParts;
  let isDone = false;
  new ProbeRunner(parts, [call('f', media().video)]).run(() => (isDone = true));
  expect(isDone).toBe(true);
  expect(address).toMatch(/^blob:/);
  expect(resolveObjectURL(address)).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { NetCall } from '../../core/protocol/net';
import { LabFetch } from './lab-fetch';

function setup() {
  const calls: NetCall[] = [];
  const steps: string[] = [];
  const lab = new LabFetch(
    { send: (call) => void calls.push(call), hear: () => undefined },
    { message: (operation) => steps.push(operation), arrived: () => undefined },
  );
  return { lab, calls, steps };
}

test.each([
  ['a signal that is none', { signal: {} as AbortSignal }],
  ['a body that is none', { body: new FormData() }],
  ['a signal that has aborted', { signal: AbortSignal.abort() }],
])('%s: nothing is sent, and no step says that it was', async (_name, init) => {
  const { lab, calls, steps } = setup();
  await expect(lab.fetch('/tus/', init)).rejects.toThrow();
  expect([calls, steps]).toEqual([[], []]);
});

/** What a lab, a Worker and a listener noted, at the realm's door. */
import { expect, test } from 'vitest';
import type { ProbeRecord } from '../exercise/lab';
import type { ProbeResult } from '../exercise/probe';
import { probeResult } from './parse-probes';

const MARK = { steps: 0, buffers: 0, views: 0, omitted: 0, counts: null };
const with_ = (...records: readonly unknown[]) => ({
  outcome: { kind: 'unsettled' },
  inputs: records.map(() => null),
  records,
  from: MARK,
  to: MARK,
});

const LAB: ProbeRecord = {
  kind: 'lab',
  messages: [
    {
      event: 'chunk',
      step: 3,
      offset: 0,
      byteLength: 102_400,
      next: 102_400,
      inFlight: 1,
      code: null,
      same: true,
    },
  ],
  omitted: 0,
  sha256: null,
};

test('records are let in, and a result without any', () => {
  const worker: ProbeRecord = {
    kind: 'worker',
    parts: [{ offset: null, byteLength: 0, same: false, type: 'Blob' }],
    omitted: 1,
  };
  const listener: ProbeRecord = {
    kind: 'listener',
    calls: [
      { value: { kind: 'primitive', type: 'number', text: '100' }, step: 9, acknowledged: null },
    ],
    omitted: 0,
  };
  const canvas: ProbeRecord = {
    kind: 'canvas',
    calls: [{ operation: 'getImageData', rect: { x: 0, y: -1, width: 2, height: 2 }, step: 1 }],
    omitted: 0,
    states: [new Uint8Array(16)],
  };
  expect(() => probeResult(with_(LAB, null, worker, listener, canvas), 'result')).not.toThrow();
  const media: ProbeRecord = {
    kind: 'media',
    notes: [
      {
        event: 'appendBuffer',
        step: 2,
        readyState: 'open',
        updating: true,
        byteLength: 1000,
        offset: 1000,
        same: true,
        text: null,
        error: 'InvalidStateError',
        line: null,
      },
    ],
    omitted: 0,
    urlId: 0,
  };
  expect(() => probeResult(with_(media), 'result')).not.toThrow();
  const { outcome, inputs, from, to } = with_() as unknown as ProbeResult;
  expect(() => probeResult({ outcome, inputs, from, to }, 'result')).not.toThrow();
});

test.each<[string, unknown, string]>([
  ['a record of no kind', { kind: 'judge' }, 'result.records[0].kind: found "judge"'],
  [
    'a message of no kind',
    { ...LAB, messages: [{ ...LAB.messages[0], event: 'passed' }] },
    'result.records[0].messages[0].event: found "passed"',
  ],
  [
    'an offset before the file',
    { ...LAB, messages: [{ ...LAB.messages[0], offset: -1 }] },
    'result.records[0].messages[0].offset: found -1',
  ],
  [
    'more messages than are noted',
    { ...LAB, messages: Array(301).fill(LAB.messages[0]) },
    'result.records[0].messages: found a list of 301, expected a list of at most 300',
  ],
  [
    'a canvas of more pixels than there is room for',
    { kind: 'canvas', calls: [], omitted: 0, states: [new Uint8Array(262_148)] },
    'result.records[0].states[0]: found a view of 262148 bytes',
  ],
  ['a verdict beside it', { ...LAB, passed: true }, 'result.records[0]: found "passed"'],
])('%s is refused', (_, record, reason) => {
  expect(() => probeResult(with_(record), 'result')).toThrow(reason);
});

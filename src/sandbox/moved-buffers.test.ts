import { expect, test } from 'vitest';
import type { RealmMessage } from '../core/protocol/messages';
import { buffersIn } from './moved-buffers';

test('the rows, the payload and the first bytes of a recording are moved, each buffer once', () => {
  const rows = new Uint32Array(7);
  const payload = new Uint8Array(4);
  const buffer = {
    name: null,
    at: 0,
    byteLength: 4,
    maxByteLength: null,
    shared: false,
    line: null,
    initial: new Uint8Array(4),
    filled: true,
  };
  const message: RealmMessage = {
    v: 1,
    runId: 'r',
    kind: 'trace',
    chunk: {
      firstStep: 1,
      rows,
      payload,
      details: [],
      buffers: [buffer, buffer],
      views: [],
      assigned: [],
      tasks: [],
    },
  };
  expect(buffersIn([message])).toEqual([rows.buffer, payload.buffer, buffer.initial.buffer]);
  const moved = structuredClone(message, { transfer: buffersIn([message]) });
  expect([rows.length, payload.length, buffer.initial.length]).toEqual([0, 0, 0]);
  expect(moved.chunk.payload).toHaveLength(4);
});

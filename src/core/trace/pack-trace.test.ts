import { expect, test } from 'vitest';
import type { MemoryState } from './memory-state';
import { packMemory, packTrace, unpackMemory, unpackTrace } from './pack-trace';
import { KIND } from './rows';
import { writeTrace } from './trace-writer';

const buffers = [
  {
    name: 'b',
    at: 0,
    byteLength: 16,
    maxByteLength: null,
    shared: false,
    line: 1,
    initial: Uint8Array.of(0, 255, 7),
    filled: true,
  },
];

test('a packed trace is the same trace, through JSON and back', () => {
  const trace = writeTrace({ buffers, views: [] }, (writer) => {
    for (let i = 0; i < 300; i++) {
      writer.element(KIND.write, 2, 0, 0, 4094, 3, (i * 4) % 16, i, 0, 0xffffffff - i, 1 << 31);
    }
    const detail = { operation: 'fill', source: null };
    writer.range(
      KIND.copy,
      0,
      0,
      0,
      2,
      { start: 1, end: 3 },
      Uint8Array.of(1, 2),
      Uint8Array.of(3, 4),
      detail,
    );
  });
  const packed = JSON.parse(JSON.stringify(packTrace(trace))) as ReturnType<typeof packTrace>;
  expect(unpackTrace(packed, null)).toEqual(trace);
});

test('a loop takes a few bytes a step', () => {
  const trace = writeTrace({ buffers, views: [] }, (writer) => {
    for (let i = 0; i < 1000; i++)
      writer.element(KIND.write, 0, 0, 0, 0, 1, i % 16, 0, 0, i & 255, 0);
  });
  expect(packTrace(trace).rows.length / 1000).toBeLessThan(12);
});

test('an empty trace packs, too', () => {
  const trace = writeTrace({ buffers: [], views: [] }, () => undefined);
  expect(unpackTrace(packTrace(trace), null)).toEqual(trace);
});

test('a million zeros in memory weigh nothing on a page', () => {
  const bytes = new Uint8Array(1_000_000).fill(7, 5, 9);
  const memory: MemoryState = {
    buffers: [
      {
        id: 0,
        name: 'zeros',
        byteLength: bytes.length,
        maxByteLength: null,
        shared: false,
        detached: false,
        bytes,
        written: new Uint8Array(bytes.length),
        line: 1,
      },
    ],
    views: [],
    calls: [],
    omittedBuffers: 0,
  };
  const text = JSON.stringify(packMemory(memory));
  expect(text.length).toBeLessThan(300);
  expect(unpackMemory(JSON.parse(text) as ReturnType<typeof packMemory>)).toEqual(memory);
});

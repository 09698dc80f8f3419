import { describe, expect, test } from 'vitest';
import { recordRun } from '../../build/record';
import type { Trace } from '../../core/trace/trace';
import { hasBlobs } from './has-blobs';
import { blobsAt, LISTED } from './model';

async function traceOf(source: string): Promise<Trace> {
  const { trace, outcome } = await recordRun({ source, fileName: 'test.js', goal: 'module' });
  expect(outcome).toEqual({ kind: 'finished' });
  return trace as Trace;
}

describe('the Blobs of a run', () => {
  test('are tapes of their parts, with slices and reads in bytes of the whole', async () => {
    const trace = await traceOf(`const u8 = new Uint8Array([1, 2, 3]);
const head = new Blob(['BM']);
const file = new File([head, u8, 'é'], 'a.bin', { type: 'image/bmp' });
const tail = file.slice(-4);
await tail.slice(1, 2).arrayBuffer();`);
    const { tapes, ledger, omitted } = blobsAt(trace, trace.steps);
    expect([ledger, omitted]).toEqual([[], 0]);
    expect(tapes).toEqual([
      expect.objectContaining({ name: 'head', size: 2, line: 2, slices: [], reads: [] }),
      expect.objectContaining({
        name: 'a.bin',
        file: 'a.bin',
        size: 7,
        type: 'image/bmp',
        line: 3,
        parts: [
          { kind: 'blob', range: { start: 0, end: 2 }, of: 'head' },
          { kind: 'bytes', range: { start: 2, end: 5 }, of: 'u8' },
          { kind: 'text', range: { start: 5, end: 7 }, of: null },
        ],
      }),
    ]);
    expect(tapes[1]?.slices).toEqual([
      expect.objectContaining({ name: 'tail', range: { start: 3, end: 7 }, type: '', line: 4 }),
      expect.objectContaining({ range: { start: 4, end: 5 }, line: 5 }),
    ]);
    expect(tapes[1]?.reads).toEqual([
      expect.objectContaining({ operation: 'Blob.arrayBuffer', range: { start: 4, end: 5 } }),
    ]);
  });

  test('are not there before their step', async () => {
    const trace = await traceOf(`const a = new Blob(['a']);
const b = new Blob(['b']);`);
    expect(hasBlobs(trace)).toBe(true);
    expect([0, 1, 2].map((step) => blobsAt(trace, step).tapes.length)).toEqual([0, 1, 2]);
    expect(hasBlobs(await traceOf('const u = new Uint8Array(2); u[0] = 1;'))).toBe(false);
  });

  test('a live URL keeps its Blob, once, until it is given back', async () => {
    const trace = await traceOf(`const a = new Blob(['abc']);
const one = URL.createObjectURL(a);
const two = URL.createObjectURL(a);
URL.revokeObjectURL(one);
URL.revokeObjectURL(two);
URL.revokeObjectURL('blob:nothing');`);
    const held = Array.from({ length: trace.steps + 1 }, (_, step) => {
      const { liveUrls, heldBytes } = blobsAt(trace, step);
      return `${liveUrls}: ${heldBytes}`;
    });
    expect(held).toEqual(['0: 0', '0: 0', '1: 3', '2: 3', '1: 3', '0: 0', '0: 0']);
    expect(blobsAt(trace, 4).ledger).toEqual([
      expect.objectContaining({ id: 0, blob: 'a', size: 3, madeLine: 2, revokedLine: 4 }),
      expect.objectContaining({ id: 1, madeLine: 3, revokedStep: null, revokedLine: null }),
    ]);
  });

  test('parts that nobody can tell the length of are one stretch', async () => {
    const trace = await traceOf(`const one = new Blob(['ab', { toString: () => 'xyz' }]);
const two = new Blob([{ toString: () => 'a' }, { toString: () => 'b' }]);
const numbers = new Blob(new Uint8Array([1, 20]));
const none = new Blob([]);`);
    expect(blobsAt(trace, trace.steps).tapes.map(({ parts }) => parts)).toEqual([
      [
        { kind: 'text', range: { start: 0, end: 2 }, of: null },
        { kind: 'text', range: { start: 2, end: 5 }, of: null },
      ],
      [{ kind: 'unknown', range: { start: 0, end: 2 }, of: null }],
      [
        { kind: 'text', range: { start: 0, end: 1 }, of: null },
        { kind: 'text', range: { start: 1, end: 3 }, of: null },
      ],
      [],
    ]);
  });

  test('a name that a loop gives to many is numbered, and each of them is kept', async () => {
    const trace = await traceOf(`for (let i = 1; i < 4; i++) {
  const photo = new Blob(['x'.repeat(i)]);
  URL.createObjectURL(photo);
}`);
    const { tapes, ledger, heldBytes } = blobsAt(trace, trace.steps);
    const names = ['photo', 'photo 2', 'photo 3'];
    expect([tapes.map(({ name }) => name), ledger.map(({ blob }) => blob)]).toEqual([names, names]);
    expect(heldBytes).toBe(1 + 2 + 3);
  });

  test('more than can be listed are counted', async () => {
    const trace = await traceOf(
      `for (let i = 0; i < ${LISTED + 3}; i++) URL.createObjectURL(new Blob(['a']));`,
    );
    const { tapes, ledger, omitted, liveUrls, heldBytes } = blobsAt(trace, trace.steps);
    expect([tapes.length, ledger.length, omitted]).toEqual([LISTED, LISTED, 6]);
    expect([liveUrls, heldBytes]).toEqual([LISTED + 3, LISTED + 3]);
  });
});

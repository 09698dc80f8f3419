import { describe, expect, test } from 'vitest';
import type { PictureFact } from '../../core/trace/picture-facts';
import { pictureSteps } from '../../core/trace/picture-steps';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED } from '../../core/trace/rows';
import { EMPTY_TRACE, type Trace, type TraceBuffer } from '../../core/trace/trace';
import {
  beforeOf,
  brightness,
  histogramOf,
  indexOf,
  insideOf,
  paintHeat,
  pictureAt,
  picturesOf,
  pixelOf,
  placeAt,
  shareBelow,
  spanOf,
  writeOrder,
} from './model';
import { hasPictures } from './has-pictures';

const buffer = (byteLength: number, initial: readonly number[] = []): TraceBuffer => ({
  name: null,
  at: 0,
  byteLength,
  maxByteLength: null,
  shared: false,
  line: 1,
  initial: Uint8Array.from(initial),
  filled: true,
});

type Row =
  | { readonly canvas: PictureFact; readonly operation?: string }
  | { readonly write: readonly [bufferId: number, byte: number] };

function traceOf(buffers: readonly TraceBuffer[], steps: readonly Row[]): Trace {
  const details = steps.flatMap((row) =>
    'canvas' in row
      ? [{ operation: row.operation ?? 'getImageData', source: null, picture: row.canvas }]
      : [],
  );
  let detail = 0;
  const rows = steps.flatMap((row) =>
    'canvas' in row
      ? [packMeta(KIND.canvas, RANGED, 0, NO_BUFFER, NO_VIEW), 0, 0, 0, 0, detail++, 0]
      : [packMeta(KIND.write, 0, 0, row.write[0], NO_VIEW), 0, row.write[1], 0, 0, 1, 0],
  );
  return { ...EMPTY_TRACE, steps: steps.length, rows: Uint32Array.from(rows), buffers, details };
}

const fact = (bufferId: number, width: number, height: number, x = 0, y = 0): PictureFact => ({
  canvas: { id: 0, width: 4, height: 3 },
  rect: { x, y, width, height },
  image: { bufferId, byteOffset: 0, width, height, x, y },
});

describe('the pictures of a recording', () => {
  test('are told apart by buffer and size, and each use is known', () => {
    const trace = traceOf(
      [buffer(16), buffer(16)],
      [
        { canvas: fact(0, 2, 2) },
        {
          canvas: { canvas: null, rect: null, image: fact(1, 2, 2).image },
          operation: 'createImageData',
        },
        { canvas: fact(0, 2, 2, 1, 1), operation: 'putImageData' },
      ],
    );
    const pictures = picturesOf(trace);
    expect(hasPictures(trace)).toBe(true);
    expect(pictures.list.map(({ bufferId, operation }) => [bufferId, operation])).toEqual([
      [0, 'getImageData'],
      [1, 'createImageData'],
    ]);
    expect([0, 1, 2, 3].map((step) => pictureAt(pictures, step))).toEqual([0, 0, 1, 0]);
    expect(placeAt(pictures, 0, 1)?.image?.x).toBe(0);
    expect(placeAt(pictures, 0, 3)?.image?.x).toBe(1);
    expect(placeAt(pictures, 1, 3)).toBeNull();
  });

  test.each([
    ['more bytes than its buffer has', fact(0, 3, 2)],
    ['no pixels', fact(0, 0, 2)],
    ['a buffer that is not there', fact(7, 2, 2)],
    ['sides of billions', fact(0, 2 ** 31, 2 ** 31)],
  ])('one that says it has %s is none', (_name, canvas) => {
    expect(picturesOf(traceOf([buffer(16)], [{ canvas }])).list).toEqual([]);
  });

  test('of one beyond what is tracked, whole rows are shown', () => {
    const [picture] = picturesOf(
      traceOf([buffer(2000 * 2000 * 4)], [{ canvas: fact(0, 2000, 2000) }]),
    ).list;
    expect(picture?.rows).toBe(131);
  });

  test('one that began empty is compared with the one it was made from', () => {
    const first = Array.from({ length: 16 }, (_, i) => i + 1);
    const trace = traceOf(
      [buffer(16, first), buffer(16)],
      [{ canvas: fact(0, 2, 2) }, { canvas: fact(1, 2, 2), operation: 'createImageData' }],
    );
    expect([...beforeOf(trace, picturesOf(trace), 1)]).toEqual(first);
  });
});

test('a pixel and its bytes', () => {
  const [picture] = picturesOf(traceOf([buffer(10 * 4 * 4)], [{ canvas: fact(0, 10, 4) }])).list;
  if (!picture) throw new Error('no picture');
  expect(indexOf(picture, 3, 2)).toBe(92);
  for (const byte of [92, 93, 94, 95]) expect(pixelOf(picture, byte)).toEqual({ x: 3, y: 2 });
  expect(pixelOf(picture, 160)).toBeNull();
  expect(pixelOf(picture, -1)).toBeNull();
});

test('what lies outside the canvas', () => {
  const [picture] = picturesOf(traceOf([buffer(48)], [{ canvas: fact(0, 4, 3, 0, 1) }])).list;
  if (!picture) throw new Error('no picture');
  expect(insideOf(picture, fact(0, 4, 3, 0, 1))).toEqual({ x: 0, y: 0, width: 4, height: 2 });
  expect(insideOf(picture, fact(0, 4, 3, -1, -2))).toEqual({ x: 1, y: 2, width: 3, height: 1 });
  expect(insideOf(picture, fact(0, 4, 3, 9, 9))).toMatchObject({ width: 0, height: 0 });
  expect(insideOf(picture, null)).toEqual({ x: 0, y: 0, width: 4, height: 3 });
});

test('brightness is exact where floats are not', () => {
  expect(128 * 0.299 + 128 * 0.587 + 128 * 0.114).toBeLessThan(128);
  for (let grey = 0; grey < 256; grey++) expect(brightness(grey, grey, grey)).toBe(grey);
  expect(brightness(255, 99, 71)).toBe(142);
  const histogram = histogramOf(Uint8Array.of(128, 128, 128, 255, 0, 0, 0, 255, 255, 99, 71, 255));
  expect([histogram[0], histogram[128], histogram[142]]).toEqual([1, 1, 1]);
  expect(histogramOf(Uint8Array.of(0, 0, 0, 0)).every((count) => count === 0)).toBe(true);
  expect(shareBelow(histogram, 128)).toBeCloseTo(1 / 3);
  expect(shareBelow(histogram, 129)).toBeCloseTo(2 / 3);
  expect(shareBelow(new Uint32Array(256), 128)).toBe(0);
});

test('the order of writes, and the picture of it at a step', () => {
  const trace = traceOf(
    [buffer(16)],
    [{ canvas: fact(0, 2, 2) }, { write: [0, 13] }, { write: [0, 12] }, { write: [0, 4] }],
  );
  const [picture] = picturesOf(trace).list;
  if (!picture) throw new Error('no picture');
  const order = writeOrder(trace, picture);
  expect([...order]).toEqual([0, 4, 0, 2]);
  expect(spanOf(order)).toEqual({ first: 2, last: 4 });
  const out = new Uint8ClampedArray(16);
  expect(paintHeat(order, 2, spanOf(order), [0, 0, 0], [200, 100, 50], out).written).toBe(1);
  expect([...out.subarray(4, 8), ...out.subarray(12)]).toEqual([0, 0, 0, 0, 0, 0, 0, 255]);
  expect(paintHeat(order, 4, spanOf(order), [0, 0, 0], [200, 100, 50], out).written).toBe(2);
  expect([...out.subarray(4, 8)]).toEqual([200, 100, 50, 255]);
  expect(spanOf(new Uint32Array(4))).toEqual({ first: 0, last: 0 });
});

test('each use of a canvas can be asked for: what it took, and from where', () => {
  const canvas = fact(0, 4, 2, 0, 1);
  expect(pictureSteps(traceOf([buffer(32)], [{ canvas }, { write: [0, 4] }]))).toEqual([
    { step: 1, operation: 'getImageData', line: null, fact: canvas },
  ]);
});

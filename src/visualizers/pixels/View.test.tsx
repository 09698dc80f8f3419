import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { KIND, NO_BUFFER, NO_VIEW, packMeta, RANGED } from '../../core/trace/rows';
import { EMPTY_TRACE, type Trace } from '../../core/trace/trace';
import { MemoryReplay } from '../memory/memory-replay';
import { createStepStore } from '../timeline/step-store';
import type { ThresholdSource } from './stage';
import PixelsView from './View';

/** An ImageData of 4 × 3 whose last row lies under the canvas. */
const trace: Trace = {
  ...EMPTY_TRACE,
  steps: 1,
  rows: Uint32Array.of(packMeta(KIND.canvas, RANGED, 0, NO_BUFFER, NO_VIEW), 0, 0, 0, 48, 0, 0),
  buffers: [
    {
      name: 'image',
      at: 0,
      byteLength: 48,
      maxByteLength: null,
      shared: false,
      line: 1,
      initial: new Uint8Array(48).fill(200),
      filled: true,
    },
  ],
  details: [
    {
      operation: 'getImageData',
      source: null,
      picture: {
        canvas: { id: 0, width: 4, height: 3 },
        rect: { x: 0, y: 1, width: 4, height: 3 },
        image: { bufferId: 0, byteOffset: 0, width: 4, height: 3, x: 0, y: 1 },
      },
    },
  ],
};

function draw(of: Trace, threshold: ThresholdSource | null = null): string {
  const replay = new MemoryReplay(of, createStepStore(of));
  return renderToString(
    <PixelsView replay={replay} locale="en" threshold={threshold} />,
  ).replaceAll('<!-- -->', '');
}

test('the frame says which picture it is, how it lies on the canvas, and how an index is made', () => {
  const html = draw(trace);
  expect(html).toContain('image, 4 × 3, 48 bytes');
  expect(html).toContain('i = (y × 4 + x) × 4');
  expect(html).toContain('on the canvas 0, 1');
  expect(html).toContain('Hatched: 4 pixels that lie outside the canvas.');
  expect(html).not.toContain('type="range"');
  expect(html.match(/<canvas/g)).toHaveLength(4);
});

test('with a control its line stands on the histogram', () => {
  const threshold: ThresholdSource = {
    label: 'Threshold',
    min: 0,
    max: 255,
    value: 128,
    set: () => undefined,
    subscribe: () => () => undefined,
  };
  const html = draw(trace, threshold);
  expect(html).toMatch(/<input type="range"[^>]*aria-label="Threshold"/);
});

test('of a picture that its buffer does not hold, nothing is drawn', () => {
  const [buffer] = trace.buffers;
  if (!buffer) throw new Error('no buffer');
  expect(draw({ ...trace, buffers: [{ ...buffer, byteLength: 40 }] })).toBe('');
});

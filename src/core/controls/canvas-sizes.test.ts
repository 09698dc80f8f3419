import { expect, test } from 'vitest';
import { canvasesIn, frameHeight } from './canvas-sizes';

test.each([
  ['<canvas width="640" height="400"></canvas>', [[640, 400]]],
  [
    "<p>a</p><canvas id=a height='125' width=327></canvas><canvas></canvas>",
    [
      [327, 125],
      [300, 150],
    ],
  ],
  ['<canvas data-width="9" width="20" height="10">', [[20, 10]]],
  [
    '<video muted width="320" height="180"></video><canvas></canvas>',
    [
      [320, 180],
      [300, 150],
    ],
  ],
  ['<p>canvas</p>', []],
])('the canvases of %s', (html, sizes) => {
  expect(canvasesIn(html).map(({ width, height }) => [width, height])).toEqual(sizes);
});

test('tags that are never closed are passed over at once, and of very many the first are counted', () => {
  expect(canvasesIn('<canvas'.repeat(300_000))).toEqual([]);
  expect(canvasesIn('<video>'.repeat(1000))).toHaveLength(64);
});

test('a frame is as tall as what stands in it', () => {
  expect(frameHeight([{ width: 640, height: 400 }])).toBe(
    'calc(min(400px, (100cqi - 54px) * 0.625) + 34px)',
  );
});

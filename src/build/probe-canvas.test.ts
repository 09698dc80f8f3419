/** The canvas and the controls that a probe may be given, and the rules on what they noted. */
import { describe as inOrder, expect, test, vi } from 'vitest';
import { attemptOf, type Call } from '../core/exercise/attempt';
import {
  canvasRecordOf,
  leavesPixels,
  putsPixels,
  takesAtMost,
  takesPixels,
  writesNoAlpha,
} from '../core/exercise/canvas-rules';
import { call, canvas, moves } from '../core/exercise/inputs';
import type { Probe } from '../core/exercise/probe';
import { formatCall, valueOf } from '../core/exercise/values';
import { pictureSteps } from '../core/trace/picture-steps';
import { picturesOf } from '../visualizers/pixels/model';
import { recordRun } from './record';

const describe = inOrder.concurrent;
vi.setConfig({ testTimeout: 60_000 });

async function one(body: string, probe: Probe, before = ''): Promise<Call> {
  const source = `${before}\nfunction f(canvas, controls) {\n${body}\n}`;
  const run = await recordRun({ source, fileName: 'probed.js', goal: 'module', probes: [probe] });
  const made = attemptOf(run, [probe], run.lateErrors);
  if ('kind' in made) throw new Error(JSON.stringify(made));
  return made.calls[0] as Call;
}

/** Opaque; the red of each pixel is its number. */
const numbered = (width: number, height: number) =>
  canvas(width, height, Array.from({ length: width * height }, (_, i) => [i, 10, 20, 255]).flat());

/** What each body returns as text, or the name of its error: each on a canvas of 4 × 3 of its own, all in one run. */
async function said(...bodies: readonly string[]): Promise<readonly string[]> {
  const source = bodies
    .map((body, i) => `function f${i}(canvas) { const ctx = canvas.getContext('2d'); ${body} }`)
    .join('\n');
  const probes = bodies.map((_, i) => call(`f${i}`, numbered(4, 3)));
  const run = await recordRun({ source, fileName: 'probed.js', goal: 'module', probes });
  return (run.probes ?? []).map(({ outcome }) => {
    if (outcome.kind === 'threw') return outcome.error.name;
    return outcome.kind === 'returned' && outcome.value.kind === 'string'
      ? outcome.value.text
      : JSON.stringify(outcome);
  });
}

const reds = (...rect: readonly (number | string)[]) =>
  `const image = ctx.getImageData(${rect.join(', ')});
   return image.width + 'x' + image.height + ': ' +
     Array.from({ length: image.data.length / 4 }, (_, i) => image.data[i * 4] + '/' + image.data[i * 4 + 3]).join(' ');`;

describe('getImageData', () => {
  const TABLE = [
    ['a part', [1, 1, 2, 2], '2x2: 5/255 6/255 9/255 10/255'],
    ['what lies outside is transparent black', [3, 2, 2, 2], '2x2: 11/255 0/0 0/0 0/0'],
    ['all of it outside', [-9, -9, 1, 2], '1x2: 0/0 0/0'],
    ['fractions are cut off', [1.9, -0.5, 2.9, 1.2], '2x1: 1/255 2/255'],
    ['a negative length reaches back', [2, 2, -2, -1], '2x1: 4/255 5/255'],
    ['text is a number', ["'1'", "'1'", "'1'", "'1'"], '1x1: 5/255'],
    ['no width', [0, 0, 0, 1], 'IndexSizeError'],
    ['a width that is cut off to none', [0, 0, 0.5, 1], 'IndexSizeError'],
    ['not a number', [0, 'NaN', 1, 1], 'TypeError'],
    ['endless', [0, 0, 'Infinity', 1], 'TypeError'],
    ['three numbers', [0, 0, 1], 'TypeError'],
  ] as const;

  test('reads what lies inside, by numbers as Web IDL converts them', async () => {
    const found = await said(...TABLE.map(([, rect]) => reds(...rect)));
    expect(TABLE.map(([name], i) => [name, found[i]])).toEqual(
      TABLE.map(([name, , expected]) => [name, expected]),
    );
  });

  test('gives a copy, which clamps and takes a half to the even number', async () => {
    expect(
      await said(`const { data } = ctx.getImageData(0, 0, 1, 1);
        data[0] = 2.5; data[1] = 300; data[2] = -1;
        return data.constructor.name + ' ' + data.join(' ') + ' ' + ctx.getImageData(0, 0, 1, 1).data.join(' ');`),
    ).toEqual(['Uint8ClampedArray 2 255 0 255 0 10 20 255']);
  });
});

describe('putImageData', () => {
  const put = (where: string) =>
    `const made = ctx.createImageData(2, 2);
     made.data.set([101, 0, 0, 255, 102, 0, 0, 255, 103, 0, 0, 255, 104, 0, 0, 255]);
     ctx.putImageData(made, ${where});
     ${reds(0, 0, 4, 3).replaceAll("'/' + image.data[i * 4 + 3]", "''")}`;

  const TABLE = [
    ['where it is put', '1, 0', '0 101 102 3 4 103 104 7 8 9 10 11'],
    ['what lies outside is dropped', '-1, 2', '0 1 2 3 4 5 6 7 102 9 10 11'],
    ['a fraction is cut off', '2.9, 1.9', '0 1 2 3 4 5 101 102 8 9 103 104'],
    ['a part of it', '0, 0, 1, 0, 1, 2', '0 102 2 3 4 104 6 7 8 9 10 11'],
    ['a part that reaches back', '0, 0, 2, 2, -1, -1', '0 1 2 3 4 104 6 7 8 9 10 11'],
    ['a part outside of it', '0, 0, 5, 5, 2, 2', '0 1 2 3 4 5 6 7 8 9 10 11'],
  ] as const;

  test('writes what lies inside, all of it or a part', async () => {
    const found = await said(...TABLE.map(([, where]) => put(where)));
    expect(TABLE.map(([name], i) => [name, found[i]])).toEqual(
      TABLE.map(([name, , expected]) => [name, `4x3: ${expected}`]),
    );
  });

  const REFUSED = [
    ['no ImageData', 'ctx.putImageData({ data: [1], width: 1, height: 1 }, 0, 0)'],
    ['half of a part', 'ctx.putImageData(ctx.createImageData(1, 1), 0, 0, 1, 1)'],
    ['no place', 'ctx.putImageData(ctx.createImageData(1, 1), 0)'],
  ] as const;

  test('refuses what it cannot use', async () => {
    const found = await said(...REFUSED.map(([, code]) => code));
    expect(REFUSED.map(([name], i) => [name, found[i]])).toEqual(
      REFUSED.map(([name]) => [name, 'TypeError']),
    );
  });

  test('colours are kept multiplied by alpha, as Chromium keeps them', async () => {
    expect(
      await said(`const made = ctx.createImageData(3, 1);
        made.data.set([40, 90, 200, 5, 200, 100, 50, 1, 9, 9, 9, 0]);
        ctx.putImageData(made, 0, 0);
        return ctx.getImageData(0, 0, 3, 1).data.join(' ');`),
    ).toEqual(['51 102 204 5 255 0 0 1 0 0 0 0']);
  });

  test('memory that has changed hands has no pixels', async () => {
    expect(
      await said(`const made = ctx.createImageData(1, 1);
        structuredClone(made.data.buffer, { transfer: [made.data.buffer] });
        ctx.putImageData(made, 0, 0);`),
    ).toEqual(['InvalidStateError']);
  });
});

test('a canvas has one 2d context, and a new width clears it', async () => {
  expect(
    await said(`const same = canvas.getContext('2d') === ctx && ctx.canvas === canvas;
      const size = canvas.width + 'x' + canvas.height;
      canvas.width = canvas.width;
      return [same, canvas.getContext('webgl'), size, ctx.getImageData(1, 1, 1, 1).data.join('')].join(' ');`),
  ).toEqual(['true  4x3 0000']);
});

describe('what it notes', () => {
  const INVERT = `
    const ctx = canvas.getContext('2d');
    const image = ctx.getImageData(0, canvas.height / 2, canvas.width, canvas.height);
    const data = image.data;
    data[0] = 255 - data[0];
    ctx.putImageData(image, 0, canvas.height / 2);`;
  const rect = { x: 0, y: 1, width: 4, height: 3 };

  test('its calls in whole numbers, as steps of the trace, with the pixels in memory', async () => {
    const made = await one(INVERT, call('f', numbered(4, 3)));
    const { calls, states } = canvasRecordOf(made);
    expect(calls.map((each) => [each.operation, each.rect])).toEqual([
      ['getImageData', rect],
      ['putImageData', rect],
    ]);
    expect(states.map((state) => [state.length, state[16]])).toEqual([[48, 251]]);
    const { trace } = made;
    expect(pictureSteps(trace).map(({ line, step, fact }) => [line, step, fact.rect])).toEqual([
      [5, calls[0]?.step, rect],
      [8, calls[1]?.step, rect],
    ]);
    expect(picturesOf(trace).list).toMatchObject([
      { operation: 'getImageData', name: 'data', width: 4, height: 3 },
    ]);
  });

  test('is judged by rules', async () => {
    const made = await one(INVERT, call('f', numbered(4, 3)));
    expect(takesPixels(() => rect)(made)).toBeNull();
    expect(putsPixels(() => rect)(made)).toBeNull();
    expect(takesPixels(() => ({ ...rect, height: 2 }))(made)).toMatchObject({
      problem: { kind: 'canvas-rect', found: rect, expected: { height: 2 } },
      spot: { line: 5 },
    });
    expect(takesAtMost(1)(made)).toBeNull();
    expect(takesAtMost(0)(made)).toMatchObject({ problem: { found: 1, most: 0 } });
    expect(writesNoAlpha()(made)).toBeNull();
    expect(leavesPixels(({ pixels }) => pixels)(made)).toMatchObject({
      problem: { x: 0, y: 1, expected: [4, 10, 20, 255], found: [251, 10, 20, 255], differing: 1 },
    });
    expect(
      leavesPixels(({ pixels }) => pixels, { rows: () => ({ start: 0, end: 1 }) })(made),
    ).toBeNull();
  });

  test('a call that does nothing to it, one that throws, and a write to alpha', async () => {
    const idle = await one('', call('f', numbered(4, 3)));
    expect(takesPixels(() => rect)(idle)).toMatchObject({ problem: { found: null } });
    expect(leavesPixels(({ pixels }) => pixels)(idle)).toBeNull();
    const threw = await one('throw new RangeError("x");', call('f', numbered(4, 3)));
    expect(leavesPixels(({ pixels }) => pixels)(threw)).toMatchObject({
      problem: { kind: 'threw' },
    });
    const alpha = await one(
      "const { data } = canvas.getContext('2d').getImageData(1, 1, 2, 1);\ndata[7] = 255;",
      call('f', numbered(4, 3)),
    );
    expect(writesNoAlpha()(alpha)).toMatchObject({
      problem: { kind: 'access' },
      spot: { line: 4, byteOffset: 7 },
    });
  });

  test('what a program has replaced does not reach it', async () => {
    const made = await one(
      INVERT,
      call('f', numbered(4, 3)),
      'Math.round = Math.min = Math.max = () => 7; Array.prototype.push = () => 7;',
    );
    expect(canvasRecordOf(made).states.map((state) => state[16])).toEqual([251]);
  });
});

describe('controls', () => {
  const DRAW = `
    const ctx = canvas.getContext('2d');
    const draw = (t) => {
      const image = ctx.createImageData(1, 1);
      image.data.set([t, controls.threshold, 0, 255]);
      ctx.putImageData(image, 0, 0);
    };
    draw(controls.threshold);
    controls.on('threshold', draw);`;
  const probe = call('f', numbered(1, 1), moves('threshold', [5, 9, 2]));

  test('move once the call has returned, and the canvas notes what it holds each time', async () => {
    const made = await one(DRAW, probe);
    expect(canvasRecordOf(made).states.map((state) => [...state])).toEqual([
      [5, 5, 0, 255],
      [9, 9, 0, 255],
      [2, 2, 0, 255],
    ]);
    const shows = (_canvas: unknown, value: number) => Uint8Array.of(value, value, 0, 255);
    expect(leavesPixels(shows)(made)).toBeNull();
    expect(leavesPixels(() => Uint8Array.of(5, 5, 0, 255), { when: 'over' })(made)).toBeNull();
    expect(leavesPixels(() => Uint8Array.of(5, 5, 0, 255), { when: 'moved' })(made)).toMatchObject({
      problem: { state: 1, control: { name: 'threshold', value: 9 } },
    });
  });

  test('an error of a callback is the call’s', async () => {
    const made = await one(
      "controls.on('threshold', () => { throw new RangeError('x'); });",
      probe,
    );
    expect(made.result.outcome).toMatchObject({ kind: 'threw', error: { name: 'RangeError' } });
  });

  test('a callback for another name is never called', async () => {
    const made = await one("controls.on('other', () => { throw new Error(); });", probe);
    expect(made.result.outcome.kind).toBe('returned');
    expect(canvasRecordOf(made).states).toHaveLength(3);
  });
});

test('a canvas and controls as an author writes them, and as a reader and a reference see them', () => {
  const probe = call('f', numbered(2, 1), moves('threshold', [1, 2]));
  expect(formatCall(probe)).toBe('f(canvas of 2 × 1, threshold at 1, 2)');
  expect(probe.inputs.map(valueOf)).toEqual([
    { width: 2, height: 1, pixels: Uint8Array.of(0, 10, 20, 255, 1, 10, 20, 255) },
    [1, 2],
  ]);
  expect(() => canvas(2, 2, [0, 0, 0, 255])).toThrow('A canvas of 2 × 2 has 16 bytes');
  expect(() => moves('t', [])).toThrow('A control has 1 to 16 values: found 0.');
});

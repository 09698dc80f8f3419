/** What a canvas call did, worked out from its arguments. Node has no canvas, so there is one of our own for the classes. */
import { beforeAll, expect, test, vi } from 'vitest';
import type { Pictures as PicturesClass } from './pictures';
import type { Registry } from './registry';

class Canvas {
  readonly #size = [327, 125];
  get width() {
    return this.#size[0];
  }
  get height() {
    return this.#size[1];
  }
}

class Context {
  readonly #canvas = new Canvas();
  readonly put: unknown[][] = [];
  get canvas() {
    return this.#canvas;
  }
  putImageData(...args: unknown[]) {
    this.put.push(args);
  }
}

class Image {
  readonly #data: Uint8ClampedArray;
  readonly #width: number;
  readonly #height: number;
  constructor(width: number, height: number) {
    this.#data = new Uint8ClampedArray(width * height * 4);
    this.#width = width;
    this.#height = height;
  }
  get data() {
    return this.#data;
  }
  get width() {
    return this.#width;
  }
  get height() {
    return this.#height;
  }
}

let pictures: PicturesClass;
let context: Context;

beforeAll(async () => {
  vi.stubGlobal('HTMLCanvasElement', Canvas);
  vi.stubGlobal('CanvasRenderingContext2D', Context);
  vi.stubGlobal('ImageData', Image);
  const { Pictures } = await import('./pictures');
  pictures = new Pictures({ recordOf: () => ({ id: 0 }) } as unknown as Registry);
  context = new Context();
});

test('the rectangle that getImageData takes, in whole pixels', () => {
  const image = new Image(327, 63);
  expect(pictures.taken(context, [0, 62, 327, 63], image)).toEqual({
    canvas: { id: 0, width: 327, height: 125 },
    rect: { x: 0, y: 62, width: 327, height: 63 },
    image: { bufferId: 0, byteOffset: 0, width: 327, height: 63, x: 0, y: 62 },
  });
});

test.each([
  ['fractions are cut off', [0, 62.5, 327, 125], [327, 125], [0, 62, 327, 125]],
  ['a negative width reaches to the left', [10, 4, -3, -2], [3, 2], [7, 2, 3, 2]],
  ['text is a number', ['1', '2', '3', '4'], [3, 4], [1, 2, 3, 4]],
] as const)('getImageData: %s', (_name, args, [width, height], rect) => {
  const { rect: found } = pictures.taken(context, args, new Image(width, height));
  expect(found && [found.x, found.y, found.width, found.height]).toEqual(rect);
});

test('what an object was as a number is not known without asking it again', () => {
  const where = { valueOf: () => 1 };
  expect(pictures.taken(context, [where, 0, 2, 2], new Image(2, 2)).rect).toBeNull();
});

test.each([
  ['all of it', [5, 6], [5, 6, 10, 8]],
  ['a part of it', [5, 6, 2, 1, 3, 4], [7, 7, 3, 4]],
  ['a part that reaches back', [5, 6, 5, 5, -3, -3], [7, 8, 3, 3]],
  ['a part that is not all there', [0, 0, 8, 7, 30, 30], [8, 7, 2, 1]],
  ['nothing of it', [0, 0, 20, 20, 1, 1], [20, 20, 0, 0]],
] as const)('putImageData: %s', (_name, args, rect) => {
  const image = new Image(10, 8);
  const fact = pictures.put(context, [image, ...args], image);
  expect(fact.rect && Object.values(fact.rect)).toEqual(rect);
  expect([fact.image?.x, fact.image?.y]).toEqual(args.slice(0, 2));
});

test('drawImage covers whole pixels, with the size of what is drawn where none is given', () => {
  const canvas = new Canvas();
  const rect = (...args: unknown[]) =>
    Object.values<number>({ ...pictures.drawn(context, [canvas, ...args]).rect });
  expect(rect(3, 4)).toEqual([3, 4, 327, 125]);
  expect(rect(0.5, 0.5, 2, 2)).toEqual([0, 0, 3, 3]);
  expect(rect(0, 0, 9, 9, 10, 20, 30, 40)).toEqual([10, 20, 30, 40]);
  expect(rect(10, 10, -4, 2)).toEqual([6, 10, 4, 2]);
  expect(pictures.drawn(context, [{}, 0, 0])).toMatchObject({ rect: null, image: null });
});

test('canvases are told apart, and an ImageData of none has no place', () => {
  expect(pictures.drawn(new Context(), [new Canvas(), 0, 0]).canvas?.id).toBe(1);
  expect(pictures.drawn(context, [new Canvas(), 0, 0]).canvas?.id).toBe(0);
  expect(pictures.made(new Image(2, 1))).toEqual({
    canvas: null,
    rect: null,
    image: { bufferId: 0, byteOffset: 0, width: 2, height: 1, x: 0, y: 0 },
  });
});

test('a repaint puts the ImageData where it was last, by the native and not by what stands there now', () => {
  const fresh = new Context();
  const image = new Image(2, 2);
  pictures.put(fresh, [image, 7, 8], image);
  const native = fresh.put;
  vi.spyOn(Context.prototype, 'putImageData').mockImplementation(() => {
    throw new Error('the learner’s own');
  });
  pictures.repaint(0);
  pictures.repaint(1);
  expect(native).toEqual([[image, 7, 8]]);
});

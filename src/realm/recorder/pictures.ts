/** The canvases of one run: their numbers, what goes in and out of them, and how each ImageData was last shown. */
import type { ImageFact, PictureFact, PixelRect } from '../../core/trace/picture-facts';
import { viewSlots } from '../buffers';
import {
  floor,
  getter,
  max,
  min,
  prototypeOf,
  SafeMap,
  SafeWeakMap,
  tryGet,
  uncurry,
} from '../primordials';
import { integerOf, isObject } from './native-arguments';
import type { Registry } from './registry';

type Args = readonly unknown[];
type Put = (image: object, x: number, y: number) => void;

const CONTEXTS = ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D'] as const;
export const CONTEXT_PROTOTYPES = CONTEXTS.map((name) => prototypeOf(name));

const contexts = CONTEXT_PROTOTYPES.map((owner) => getter<object>(owner, 'canvas'));
/** Taken before calls of it are watched: a repaint is nobody's step. */
const puts = CONTEXT_PROTOTYPES.map((owner) => {
  const put = (owner as { putImageData?: Put } | undefined)?.putImageData;
  return put ? uncurry(put) : null;
});
const imageData = {
  data: getter<object>(prototypeOf('ImageData'), 'data'),
  width: getter<number>(prototypeOf('ImageData'), 'width'),
  height: getter<number>(prototypeOf('ImageData'), 'height'),
};

/** What can be drawn: its own size, in pixels. */
const SIZES = [
  ['HTMLCanvasElement', 'width', 'height'],
  ['OffscreenCanvas', 'width', 'height'],
  ['ImageBitmap', 'width', 'height'],
  ['HTMLImageElement', 'naturalWidth', 'naturalHeight'],
  ['HTMLVideoElement', 'videoWidth', 'videoHeight'],
  ['VideoFrame', 'displayWidth', 'displayHeight'],
].map(([owner = '', width = '', height = '']) => ({
  width: getter<number>(prototypeOf(owner), width),
  height: getter<number>(prototypeOf(owner), height),
}));

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(drawable: unknown): Size | null {
  for (let i = 0; i < SIZES.length; i++) {
    const size = SIZES[i] as (typeof SIZES)[number];
    const width = tryGet(size.width, drawable);
    if (width !== null) return { width, height: tryGet(size.height, drawable) ?? 0 };
  }
  return null;
}

/** The typed array of an ImageData; null for anything else. */
export function imageDataOf(value: unknown): object | null {
  return isObject(value) ? tryGet(imageData.data, value) : null;
}

const INT32 = 2 ** 31;
const whole = (value: number): number => max(-INT32, min(INT32 - 1, value));
const given = (args: Args, index: number): unknown =>
  index < args.length ? args[index] : undefined;

/** How an ImageData was last put on a canvas, or where it was taken from. */
interface Shown {
  readonly context: unknown;
  readonly image: object;
  readonly x: number;
  readonly y: number;
}

export class Pictures {
  readonly #registry: Registry;
  readonly #canvases = new SafeWeakMap<object, number>();
  readonly #shown = new SafeMap<number, Shown>();
  #count = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** `getImageData(x, y, width, height)`: a negative width reaches to the left. */
  taken(context: unknown, args: Args, image: object): PictureFact {
    const width = tryGet(imageData.width, image) ?? 0;
    const height = tryGet(imageData.height, image) ?? 0;
    const x = integerOf(given(args, 0)) + min(0, integerOf(given(args, 2)));
    const y = integerOf(given(args, 1)) + min(0, integerOf(given(args, 3)));
    return this.#exchanged(context, image, x, y, rectOf(x, y, width, height));
  }

  /** `putImageData(image, x, y)`, of a part of it where four more arguments say so. */
  put(context: unknown, args: Args, image: object): PictureFact {
    const x = integerOf(given(args, 1));
    const y = integerOf(given(args, 2));
    const width = tryGet(imageData.width, image) ?? 0;
    const height = tryGet(imageData.height, image) ?? 0;
    if (args.length < 7) {
      return this.#exchanged(context, image, x, y, rectOf(x, y, width, height));
    }
    const [left, right] = spanOf(integerOf(args[3]), integerOf(args[5]), width);
    const [top, bottom] = spanOf(integerOf(args[4]), integerOf(args[6]), height);
    const rect = rectOf(x + left, y + top, max(0, right - left), max(0, bottom - top));
    return this.#exchanged(context, image, x, y, rect);
  }

  /** `drawImage`: in the numbers that the call was given, whatever the context's transform makes of them. */
  drawn(context: unknown, args: Args): PictureFact {
    const at = args.length >= 9 ? 5 : 1;
    const natural = sizeOf(given(args, 0));
    const has = args.length >= 5;
    const x = numberAt(args, at);
    const y = numberAt(args, at + 1);
    const width = has ? numberAt(args, at + 2) : (natural?.width ?? NaN);
    const height = has ? numberAt(args, at + 3) : (natural?.height ?? NaN);
    const left = floor(x + min(0, width));
    const top = floor(y + min(0, height));
    const right = -floor(-(x + max(0, width)));
    const bottom = -floor(-(y + max(0, height)));
    const rect = rectOf(left, top, right - left, bottom - top);
    return { canvas: this.#canvasOf(context), rect, image: null };
  }

  /** An ImageData that lies on no canvas yet. */
  made(image: object): PictureFact {
    return { canvas: null, rect: null, image: this.#imageFact(image, 0, 0) };
  }

  /** Shows the bytes of this buffer again, where they are those of an ImageData that was on a canvas. */
  repaint(bufferId: number): void {
    const shown = this.#shown.get(bufferId);
    if (shown === undefined) return;
    for (let i = 0; i < puts.length; i++) {
      const put = puts[i];
      if (put == null || tryGet(contexts[i] as (self: unknown) => object, shown.context) === null)
        continue;
      put(shown.context, shown.image, shown.x, shown.y);
    }
  }

  #exchanged(
    context: unknown,
    image: object,
    x: number,
    y: number,
    rect: PixelRect | null,
  ): PictureFact {
    const fact = this.#imageFact(image, x, y);
    if (rect !== null && fact?.bufferId != null) {
      this.#shown.set(fact.bufferId, { context, image, x, y });
    }
    return { canvas: this.#canvasOf(context), rect, image: fact };
  }

  #canvasOf(context: unknown): PictureFact['canvas'] {
    for (let i = 0; i < contexts.length; i++) {
      const canvas = tryGet(contexts[i] as (self: unknown) => object, context);
      if (canvas === null) continue;
      let id = this.#canvases.get(canvas);
      if (id === undefined) this.#canvases.set(canvas, (id = this.#count++));
      const size = sizeOf(canvas);
      return { id, width: size?.width ?? 0, height: size?.height ?? 0 };
    }
    return null;
  }

  #imageFact(image: object, x: number, y: number): ImageFact | null {
    const data = imageDataOf(image);
    const slots = data === null ? null : viewSlots(data);
    if (slots === null) return null;
    return {
      bufferId: this.#registry.recordOf(slots.buffer)?.id ?? null,
      byteOffset: slots.byteOffset,
      width: tryGet(imageData.width, image) ?? 0,
      height: tryGet(imageData.height, image) ?? 0,
      x: x === x ? whole(x) : 0,
      y: y === y ? whole(y) : 0,
    };
  }
}

/** Null where a number is not known. */
function rectOf(x: number, y: number, width: number, height: number): PixelRect | null {
  const sum = x + y + width + height;
  if (sum !== sum) return null;
  return {
    x: whole(x),
    y: whole(y),
    width: min(INT32, max(0, width)),
    height: min(INT32, max(0, height)),
  };
}

/** @see HTML, putImageData: a negative length reaches back, and what lies outside the image is left out. */
function spanOf(start: number, length: number, size: number): readonly [number, number] {
  const first = start + min(0, length);
  const last = start + max(0, length);
  return [max(0, first), min(size, last)];
}

function numberAt(args: Args, index: number): number {
  const value = given(args, index);
  return typeof value === 'number' ? value : integerOf(value);
}

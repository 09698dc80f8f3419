/**
 * A canvas that a probe gives: what `getImageData` and `putImageData` do, by the HTML specification, over pixels of its
 * own. Node has no canvas and a Worker's is not the page's, so both get this one. It notes its calls, and its pixels when
 * a call is over. Nothing here goes through what a program may have replaced.
 *
 * @see HTML, the canvas element, "Pixel manipulation"
 */
import {
  MAX_CANVAS_BYTES,
  MAX_CANVAS_CALLS,
  MAX_CANVAS_STATES,
  readValue,
  storedValue,
  type CanvasCall,
  type CanvasRecord,
  type MadeCanvas,
} from '../core/exercise/canvas';
import type { PictureFact, PixelRect } from '../core/trace/picture-facts';
import { viewSlots } from './buffers';
import {
  construct,
  getter,
  max,
  min,
  NativeTypeError,
  NativeUint8Array,
  prototypeOf,
  push,
  toNumber,
  trunc,
  tryGet,
} from './primordials';
import type { Recorder } from './recorder/recorder';

const NativeImageData = (globalThis as { ImageData?: typeof ImageData }).ImageData;
const NativeUint8ClampedArray = Uint8ClampedArray;
const NativeDOMException = globalThis.DOMException;
const native = {
  data: getter<Uint8ClampedArray>(prototypeOf('ImageData'), 'data'),
  width: getter<number>(prototypeOf('ImageData'), 'width'),
  height: getter<number>(prototypeOf('ImageData'), 'height'),
};
const INT32 = 2 ** 31;

interface Image {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

let plainImageOf: (value: object) => Image | null;

/** What Node has no class for. */
class PlainImageData {
  readonly #image: Image;

  constructor(image: Image) {
    this.#image = image;
  }

  get data(): Uint8ClampedArray {
    return this.#image.data;
  }
  get width(): number {
    return this.#image.width;
  }
  get height(): number {
    return this.#image.height;
  }
  get colorSpace(): string {
    return 'srgb';
  }

  static {
    plainImageOf = (value) => (#image in value ? value.#image : null);
  }
}

function imageOf(value: unknown): Image | null {
  if (typeof value !== 'object' || value === null) return null;
  const plain = plainImageOf(value);
  if (plain !== null) return plain;
  const data = tryGet(native.data, value);
  return data && { data, width: native.width(value), height: native.height(value) };
}

/** The canvas as the program has it. */
class Canvas {
  readonly #surface: ProbeCanvas;

  constructor(surface: ProbeCanvas) {
    this.#surface = surface;
  }

  get width(): number {
    return this.#surface.width;
  }
  set width(value: number) {
    this.#surface.resize(toNumber(value), this.#surface.height);
  }
  get height(): number {
    return this.#surface.height;
  }
  set height(value: number) {
    this.#surface.resize(this.#surface.width, toNumber(value));
  }

  getContext(type?: unknown): Context | null {
    return type === '2d' ? this.#surface.context : null;
  }
}

class Context {
  readonly #surface: ProbeCanvas;

  constructor(surface: ProbeCanvas) {
    this.#surface = surface;
  }

  get canvas(): Canvas {
    return this.#surface.canvas;
  }

  getImageData(...args: unknown[]): object {
    return this.#surface.get(args);
  }
  putImageData(...args: unknown[]): void {
    this.#surface.put(args);
  }
  createImageData(...args: unknown[]): object {
    return this.#surface.create(args);
  }
}

export class ProbeCanvas {
  readonly canvas = new Canvas(this);
  readonly context = new Context(this);
  width: number;
  height: number;
  readonly #recorder: Recorder;
  readonly #id: number;
  /** As a canvas keeps them: multiplied by alpha. */
  #stored: Uint8Array;
  readonly #calls: CanvasCall[] = [];
  readonly #states: Uint8Array[] = [];
  #omitted = 0;

  /** @param id tells it from other canvases of the run */
  constructor({ width, height, pixels }: MadeCanvas, recorder: Recorder, id: number) {
    this.width = width;
    this.height = height;
    this.#recorder = recorder;
    this.#id = id;
    this.#stored = new NativeUint8Array(width * height * 4);
    const image = { data: pixels, width, height };
    this.#store(image, 0, 0, { x: 0, y: 0, width, height });
  }

  /** Setting a canvas's width or height clears it, also to what it was. */
  resize(givenWidth: number, givenHeight: number): void {
    const width = lengthOf(givenWidth);
    const height = lengthOf(givenHeight);
    if (width * height * 4 > MAX_CANVAS_BYTES)
      throw new NativeTypeError(`This canvas has room for ${MAX_CANVAS_BYTES / 4} pixels.`);
    this.width = width;
    this.height = height;
    this.#stored = new NativeUint8Array(width * height * 4);
  }

  get(args: readonly unknown[]): object {
    const site = this.#recorder.takeSite();
    needs('getImageData', args, 4);
    const x = integer('getImageData', args, 0);
    const y = integer('getImageData', args, 1);
    const width = integer('getImageData', args, 2);
    const height = integer('getImageData', args, 3);
    if (width === 0 || height === 0) throw noSize('getImageData', width === 0);
    // A negative length reaches to the left, or up.
    const rect = {
      x: x + min(0, width),
      y: y + min(0, height),
      width: max(width, -width),
      height: max(height, -height),
    };
    const image = this.#newImage(rect.width, rect.height);
    this.#load(image, rect);
    return this.#taken('getImageData', image, rect, site);
  }

  create(args: readonly unknown[]): object {
    const site = this.#recorder.takeSite();
    needs('createImageData', args, 1);
    const like = imageOf(args[0]);
    if (like === null) needs('createImageData', args, 2);
    const width = like?.width ?? integer('createImageData', args, 0);
    const height = like?.height ?? integer('createImageData', args, 1);
    if (width === 0 || height === 0) throw noSize('createImageData', width === 0);
    const image = this.#newImage(max(width, -width), max(height, -height));
    return this.#taken('createImageData', image, null, site);
  }

  put(args: readonly unknown[]): void {
    const recorder = this.#recorder;
    const site = recorder.takeSite();
    needs('putImageData', args, 3);
    if (args.length > 3) needs('putImageData', args, 7);
    const image = imageOf(args[0]);
    if (image === null) throw new NativeTypeError('putImageData: parameter 1 is no ImageData.');
    const x = integer('putImageData', args, 1);
    const y = integer('putImageData', args, 2);
    const part = args.length < 7 ? { x: 0, y: 0, ...sizeOf(image) } : partOf(image, args);
    const slots = viewSlots(image.data);
    if (slots === null || slots.byteLength < image.width * image.height * 4)
      throw new NativeDOMException(
        'The ImageData’s memory has changed hands.',
        'InvalidStateError',
      );
    const bytes = new NativeUint8Array(slots.buffer, slots.byteOffset, slots.byteLength);
    this.#store({ data: bytes, ...sizeOf(image) }, x, y, part);
    const rect = { x: x + part.x, y: y + part.y, width: part.width, height: part.height };
    recorder.sawNative(image.data, true, true);
    recorder.hook.s = site;
    recorder.elsewhere('canvas', 'putImageData', slots.byteLength, {
      picture: this.#fact(rect, image, x, y),
    });
    this.#note('putImageData', rect);
    recorder.hook.s = site;
    recorder.reads(image.data, 'putImageData');
    recorder.hook.takeSite();
  }

  /** The call is over, or a control has moved. */
  noteState(): void {
    if (this.#states.length >= MAX_CANVAS_STATES) return;
    const image = {
      data: new NativeUint8Array(this.width * this.height * 4),
      width: this.width,
      height: this.height,
    };
    this.#load(image, { x: 0, y: 0, width: this.width, height: this.height });
    push(this.#states, image.data);
  }

  record(): CanvasRecord {
    return { kind: 'canvas', calls: this.#calls, omitted: this.#omitted, states: this.#states };
  }

  #newImage(width: number, height: number): Image {
    return { data: new NativeUint8ClampedArray(width * height * 4), width, height };
  }

  #taken(operation: string, image: Image, rect: PixelRect | null, site: number): object {
    const recorder = this.#recorder;
    const made = NativeImageData
      ? (construct(NativeImageData, [image.data, image.width, image.height]) as object)
      : new PlainImageData(image);
    recorder.hook.s = site;
    recorder.sawNative(image.data, true, true);
    recorder.hook.s = site;
    recorder.elsewhere('canvas', operation, image.width * image.height * 4, {
      picture: this.#fact(rect, image, rect?.x ?? 0, rect?.y ?? 0),
    });
    recorder.hook.takeSite();
    if (rect !== null) this.#note('getImageData', rect);
    return made;
  }

  #fact(rect: PixelRect | null, image: Image, x: number, y: number): PictureFact {
    const slots = viewSlots(image.data);
    return {
      canvas: rect && { id: this.#id, width: this.width, height: this.height },
      rect,
      image: slots && {
        bufferId: this.#recorder.bufferId(slots.buffer),
        byteOffset: slots.byteOffset,
        ...sizeOf(image),
        x,
        y,
      },
    };
  }

  #note(operation: CanvasCall['operation'], rect: PixelRect): void {
    if (this.#calls.length >= MAX_CANVAS_CALLS) {
      this.#omitted++;
      return;
    }
    push(this.#calls, { operation, rect, step: this.#recorder.log.steps });
  }

  /** What lies outside the canvas stays transparent black. */
  #load({ data, width }: { data: { [index: number]: number }; width: number }, rect: PixelRect) {
    const stored = this.#stored;
    for (let y = max(0, rect.y); y < min(this.height, rect.y + rect.height); y++) {
      for (let x = max(0, rect.x); x < min(this.width, rect.x + rect.width); x++) {
        const from = (y * this.width + x) * 4;
        const to = ((y - rect.y) * width + (x - rect.x)) * 4;
        const alpha = stored[from + 3] as number;
        for (let c = 0; c < 3; c++) data[to + c] = readValue(stored[from + c] as number, alpha);
        data[to + 3] = alpha;
      }
    }
  }

  /** @param part of the image, in its own pixels */
  #store(
    { data, width }: { readonly data: Readonly<Record<number, number>>; readonly width: number },
    left: number,
    top: number,
    part: PixelRect,
  ): void {
    const stored = this.#stored;
    for (let y = max(part.y, -top); y < min(part.y + part.height, this.height - top); y++) {
      for (let x = max(part.x, -left); x < min(part.x + part.width, this.width - left); x++) {
        const from = (y * width + x) * 4;
        const to = ((y + top) * this.width + (x + left)) * 4;
        const alpha = data[from + 3] as number;
        for (let c = 0; c < 3; c++) stored[to + c] = storedValue(data[from + c] as number, alpha);
        stored[to + 3] = alpha;
      }
    }
  }
}

const sizeOf = ({ width, height }: Image) => ({ width, height });

/** As an unsigned long, 0 where it is none. */
const lengthOf = (value: number): number =>
  value === value && value > 0 && value < INT32 ? trunc(value) : 0;

function needs(operation: string, args: readonly unknown[], count: number): void {
  if (args.length < count)
    throw new NativeTypeError(
      `${operation}: ${count} arguments are needed, and ${args.length} were given.`,
    );
}

/** `[EnforceRange] long`: a fraction is cut off, and what is no number of that size is refused. @see Web IDL, ConvertToInt */
function integer(operation: string, args: readonly unknown[], index: number): number {
  const value = trunc(toNumber(args[index]));
  if (!(value >= -INT32 && value < INT32))
    throw new NativeTypeError(`${operation}: argument ${index + 1} is not a whole number.`);
  return value || 0;
}

const noSize = (operation: string, isWidth: boolean): Error =>
  new NativeDOMException(
    `${operation}: the ${isWidth ? 'width' : 'height'} is 0.`,
    'IndexSizeError',
  );

/** The dirty rectangle of seven arguments, as far as it lies in the image. */
function partOf({ width, height }: Image, args: readonly unknown[]): PixelRect {
  const x = integer('putImageData', args, 3);
  const y = integer('putImageData', args, 4);
  const w = integer('putImageData', args, 5);
  const h = integer('putImageData', args, 6);
  const left = max(0, x + min(0, w));
  const top = max(0, y + min(0, h));
  return {
    x: left,
    y: top,
    width: max(0, min(width, x + max(0, w)) - left),
    height: max(0, min(height, y + max(0, h)) - top),
  };
}

/**
 * The pictures in a recording, as numbers: where an ImageData's pixels lie in its buffer, what they were before the program
 * changed them, how bright they are, and in which order they were written. Pure: nothing here draws.
 */
import { MAX_TRACKED_BYTES } from '../../core/trace/memory-state';
import type { PictureFact, PixelRect } from '../../core/trace/picture-facts';
import { pictureSteps } from '../../core/trace/picture-steps';
import { bufferOf, kindOf, ROW_WORDS, rowKeptLength, storesBytes } from '../../core/trace/rows';
import type { Trace } from '../../core/trace/trace';

/** An ImageData: red, green, blue and alpha are four bytes of a pixel, rows follow each other without gaps. */
export interface Picture {
  readonly bufferId: number;
  /** Of its first byte in the buffer. */
  readonly byteOffset: number;
  readonly width: number;
  readonly height: number;
  /** Rows whose bytes are followed: fewer than `height` where the buffer is larger than what is tracked. */
  readonly rows: number;
  /** What gave it its first bytes: `getImageData`. */
  readonly operation: string;
  readonly name: string | null;
  readonly line: number | null;
}

/** A step at which an ImageData was taken from a canvas, made, or put on one. */
export interface PictureUse {
  readonly step: number;
  /** Index of the picture. */
  readonly picture: number;
  readonly fact: PictureFact;
}

export interface Pictures {
  readonly list: readonly Picture[];
  /** In order. */
  readonly uses: readonly PictureUse[];
}

/** As many as there are buffers: a realm may say anything, and each is a line in a list. */
const MAX_PICTURES = 63;

/** Every ImageData of the recording whose size agrees with its buffer. What a realm says is believed no further. */
export function picturesOf(trace: Trace): Pictures {
  const list: Picture[] = [];
  const uses: PictureUse[] = [];
  const byKey = new Map<string, number>();
  for (const { step, operation, line, fact } of pictureSteps(trace)) {
    const { image } = fact;
    if (image?.bufferId == null) continue;
    const { bufferId, byteOffset, width, height } = image;
    const key = `${bufferId} ${byteOffset} ${width} ${height}`;
    let index = byKey.get(key);
    if (index === undefined) {
      if (list.length === MAX_PICTURES) continue;
      const found = pictureIn(trace, image, operation, line);
      if (found === null) continue;
      index = list.push(found) - 1;
      byKey.set(key, index);
    }
    uses.push({ step, picture: index, fact });
  }
  return { list, uses };
}

function pictureIn(
  trace: Trace,
  image: NonNullable<PictureFact['image']>,
  operation: string,
  line: number | null,
): Picture | null {
  const { byteOffset, width, height } = image;
  const bufferId = image.bufferId ?? -1;
  const buffer = trace.buffers[bufferId];
  const end = byteOffset + width * height * 4;
  if (!buffer || width < 1 || height < 1 || end > buffer.byteLength) return null;
  const tracked = Math.min(end, MAX_TRACKED_BYTES) - byteOffset;
  const rows = Math.floor(tracked / (width * 4));
  if (rows < 1) return null;
  const view = trace.views.find((each) => each.bufferId === bufferId && each.name !== null);
  const name = buffer.name ?? view?.name ?? null;
  return { bufferId, byteOffset, width, height, rows, operation, name, line };
}

/** The picture that a step is about: the one used last by then; before any of them, the first. */
export function pictureAt({ uses }: Pictures, step: number): number {
  let found = uses[0]?.picture ?? 0;
  for (const use of uses) {
    if (use.step > step) break;
    found = use.picture;
  }
  return found;
}

/** How a picture lay on a canvas by a step; null while it had not been there. */
export function placeAt({ uses }: Pictures, picture: number, step: number): PictureFact | null {
  let found: PictureFact | null = null;
  for (const use of uses) {
    if (use.picture !== picture || use.fact.canvas === null) continue;
    if (use.step > step && found !== null) break;
    found = use.fact;
  }
  return found;
}

/** The part of an ImageData that lies on the canvas, in its own pixels: the rest was never there. */
export function insideOf(picture: Picture, fact: PictureFact | null): PixelRect {
  const { width, height } = picture;
  if (fact?.canvas == null || fact.image === null) return { x: 0, y: 0, width, height };
  const { x, y } = fact.image;
  const left = Math.min(width, Math.max(0, -x));
  const top = Math.min(height, Math.max(0, -y));
  const right = Math.max(left, Math.min(width, fact.canvas.width - x));
  const bottom = Math.max(top, Math.min(height, fact.canvas.height - y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The index of a pixel's red byte in `data`: (y × width + x) × 4. */
export const indexOf = ({ width }: Picture, x: number, y: number): number => (y * width + x) * 4;

/** The pixel that a byte of the buffer belongs to; null where it belongs to none that is followed. */
export function pixelOf(
  { byteOffset, width, rows }: Picture,
  byte: number,
): { readonly x: number; readonly y: number } | null {
  const pixel = Math.floor((byte - byteOffset) / 4);
  if (pixel < 0 || pixel >= width * rows) return null;
  return { x: pixel % width, y: Math.floor(pixel / width) };
}

/** Its bytes among those of its buffer. */
export function pixelsIn({ byteOffset, width, rows }: Picture, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(byteOffset, byteOffset + width * rows * 4);
}

/**
 * A picture before the program changed it: its bytes when they were first seen. One that began empty was made to hold
 * what another of its size becomes, so that one stands for it.
 */
export function beforeOf(trace: Trace, { list }: Pictures, index: number): Uint8Array {
  const picture = list[index];
  if (!picture) return new Uint8Array(0);
  const own = initialOf(trace, picture);
  if (own !== null) return own;
  for (const other of list) {
    if (other === picture || other.width !== picture.width || other.height !== picture.height) {
      continue;
    }
    const initial = initialOf(trace, other);
    if (initial !== null) return initial;
  }
  return new Uint8Array(picture.width * picture.rows * 4);
}

/** Null where all of it was 0. */
function initialOf(trace: Trace, picture: Picture): Uint8Array | null {
  const initial = pixelsIn(picture, trace.buffers[picture.bufferId]?.initial ?? new Uint8Array(0));
  const isEmpty = initial.every((byte) => byte === 0);
  return isEmpty || initial.length < picture.width * picture.rows * 4 ? null : initial;
}

/** Rec. 601 luma, rounded down: exact, in integers. 0.299 + 0.587 + 0.114 of a grey 128 is less than 128 in floats. */
export const brightness = (red: number, green: number, blue: number): number =>
  Math.floor((299 * red + 587 * green + 114 * blue) / 1000);

/** How many pixels have each brightness, 0 to 255. Those that are wholly transparent have none. */
export function histogramOf(pixels: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i + 3 < pixels.length; i += 4) {
    if (pixels[i + 3] === 0) continue;
    const luma = 299 * (pixels[i] as number) + 587 * (pixels[i + 1] as number);
    const level = Math.floor((luma + 114 * (pixels[i + 2] as number)) / 1000);
    counts[level] = (counts[level] as number) + 1;
  }
  return counts;
}

/** The share of pixels that are darker than a threshold, 0 to 1. */
export function shareBelow(histogram: Uint32Array, threshold: number): number {
  let below = 0;
  let all = 0;
  histogram.forEach((count, level) => {
    all += count;
    if (level < threshold) below += count;
  });
  return all === 0 ? 0 : below / all;
}

/** For each pixel the first step that wrote one of its bytes; 0 where none did. */
export function writeOrder(trace: Trace, picture: Picture): Uint32Array {
  const { bufferId, byteOffset, width, rows: height } = picture;
  const first = new Uint32Array(width * height);
  const end = byteOffset + first.length * 4;
  const { rows } = trace;
  for (let step = 1; step <= trace.steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = rows[at] as number;
    if (bufferOf(meta) !== bufferId || !storesBytes(kindOf(meta))) continue;
    const start = rows[at + 2] as number;
    const from = Math.max(byteOffset, start);
    const to = Math.min(end, start + rowKeptLength(rows, at));
    for (let pixel = (from - byteOffset) >> 2; pixel < first.length; pixel++) {
      if (byteOffset + pixel * 4 >= to) break;
      if (first[pixel] === 0) first[pixel] = step;
    }
  }
  return first;
}

export interface Heat {
  /** Pixels written by the step. */
  readonly written: number;
}

/** Colours as three numbers from 0 to 255. */
export type Rgb = readonly [number, number, number];

/**
 * Draws the order of writes into the pixels of a picture: the first one `from`, the last one `to`, clear what has not been
 * written by `step`.
 */
export function paintHeat(
  order: Uint32Array,
  step: number,
  span: { readonly first: number; readonly last: number },
  from: Rgb,
  to: Rgb,
  out: Uint8ClampedArray,
): Heat {
  let written = 0;
  const length = Math.max(1, span.last - span.first);
  for (let pixel = 0, i = 0; pixel < order.length; pixel++, i += 4) {
    const at = order[pixel] as number;
    if (at === 0 || at > step) {
      out[i + 3] = 0;
      continue;
    }
    written++;
    const t = (at - span.first) / length;
    out[i] = from[0] + (to[0] - from[0]) * t;
    out[i + 1] = from[1] + (to[1] - from[1]) * t;
    out[i + 2] = from[2] + (to[2] - from[2]) * t;
    out[i + 3] = 255;
  }
  return { written };
}

/** The first and the last step of an order. */
export function spanOf(order: Uint32Array): { readonly first: number; readonly last: number } {
  let first = Infinity;
  let last = 0;
  for (const step of order) {
    if (step === 0) continue;
    if (step < first) first = step;
    if (step > last) last = step;
  }
  return last === 0 ? { first: 0, last: 0 } : { first, last };
}

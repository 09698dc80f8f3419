/** How an exercise writes down the calls it wants made, hidden inputs among them. The same file gives the same inputs. */
import { ELEMENT_TYPES, type ViewKind } from '../bytes/view-kinds';
import type { MadeCanvas } from './canvas';
import { MAX_CANVAS_BYTES, MAX_CANVAS_STATES } from './canvas';
import type { LabBehaviour } from './lab';
import type { MadeFile } from './made-file';
import type { MediaBehaviour, MediaPart } from './media';
import type { PlainValue, Probe, ProbeInput } from './probe';

/** An argument: a plain value, a list, an object of such, or what `buffer` and `view` made. */
export type Argument =
  PlainValue | ProbeInput | readonly Argument[] | { readonly [key: string]: Argument };

const KINDS: readonly string[] = [
  'plain',
  'list',
  'object',
  'bytes',
  'file',
  'socket',
  'worker',
  'listener',
  'canvas',
  'controls',
  'media',
] satisfies ProbeInput['kind'][];

function isInput(value: object): value is ProbeInput {
  return 'kind' in value && typeof value.kind === 'string' && KINDS.includes(value.kind);
}

function inputOf(value: Argument): ProbeInput {
  if (typeof value !== 'object' || value === null) return { kind: 'plain', value };
  if (Array.isArray(value)) return { kind: 'list', items: (value as Argument[]).map(inputOf) };
  if (isInput(value)) return value;
  const entries = Object.entries(value as Readonly<Record<string, Argument>>);
  return { kind: 'object', entries: entries.map(([key, item]) => ({ key, value: inputOf(item) })) };
}

/** One call of a function of the program. */
export function call(name: string, ...args: readonly Argument[]): Probe {
  return { call: name, inputs: args.map(inputOf) };
}

/** A whole number that readers see in hexadecimal, as in `swap32(0x12345678)`. */
export function hex(value: number): ProbeInput {
  return { kind: 'plain', value, hex: true };
}

/** An ArrayBuffer of so many zeros, or with these bytes; `name` is the parameter's. */
export function buffer(name: string, content: number | readonly number[] | Uint8Array): ProbeInput {
  const bytes = typeof content === 'number' ? new Uint8Array(content) : Uint8Array.from(content);
  return { kind: 'bytes', name, bytes, view: null };
}

/**
 * A view whose bytes are `content`. With `before` and `after` it is a window: so many other bytes lie around it, none of
 * them 0 and no two neighbours alike, so that a function that takes the whole buffer for the window is found out.
 */
export function view(
  name: string,
  kind: ViewKind,
  content: readonly number[] | Uint8Array,
  { before = 0, after = 0 }: { readonly before?: number; readonly after?: number } = {},
): ProbeInput {
  const bytes = Uint8Array.from(
    { length: before + content.length + after },
    (_, i) => 0xa1 + (i % 31),
  );
  bytes.set(content, before);
  const size = kind === 'DataView' ? 1 : ELEMENT_TYPES[kind].byteSize;
  if (before % size !== 0 || content.length % size !== 0) {
    throw new RangeError(
      `A ${kind} starts at a multiple of ${size} and covers one: found ${before} bytes before and ${content.length} inside.`,
    );
  }
  return {
    kind: 'bytes',
    name,
    bytes,
    view: { kind, byteOffset: before, length: content.length / size },
  };
}

/** A File of so many bytes that look random. */
export function file(name: string, made: MadeFile): ProbeInput {
  return { kind: 'file', name, file: made };
}

/** A socket to a lab that waits for this file. Unless told, it acknowledges every chunk soon, and is never lost. */
export function socket(
  made: MadeFile,
  { holds = 1, diesAt = null }: Partial<Omit<LabBehaviour, 'file'>> = {},
): ProbeInput {
  return { kind: 'socket', lab: { file: made, holds, diesAt } };
}

/** A port to a Worker that waits for this file. */
export function worker(made: MadeFile): ProbeInput {
  return { kind: 'worker', file: made };
}

/** A function that notes what it is called with. */
export function listener(name: string): ProbeInput {
  return { kind: 'listener', name };
}

/** A canvas with these pixels: red, green, blue, alpha, row by row. Opaque ones come back as they are. */
export function canvas(
  width: number,
  height: number,
  pixels: readonly number[] | Uint8Array,
): ProbeInput {
  const made: MadeCanvas = { width, height, pixels: Uint8Array.from(pixels) };
  if (made.pixels.length !== width * height * 4 || made.pixels.length > MAX_CANVAS_BYTES)
    throw new RangeError(
      `A canvas of ${width} × ${height} has ${width * height * 4} bytes, ${MAX_CANVAS_BYTES} at most: found ${made.pixels.length}.`,
    );
  return { kind: 'canvas', canvas: made };
}

/** `controls` with one control, at the first of these values. Once the call has returned, it moves to the others. */
export function moves(name: string, values: readonly number[]): ProbeInput {
  if (values.length === 0 || values.length > MAX_CANVAS_STATES)
    throw new RangeError(`A control has 1 to ${MAX_CANVAS_STATES} values: found ${values.length}.`);
  return { kind: 'controls', name, values };
}

/**
 * The objects of a simulated MediaSource, each to be given as an argument of one call. Unless told, the file is 5,000
 * bytes in chunks of 1,000 that come one by one, are parsed quickly, and are all video.
 */
export function media(told: Partial<MediaBehaviour> = {}): Readonly<Record<MediaPart, ProbeInput>> {
  const behaviour: MediaBehaviour = {
    isOpen: false,
    file: { byteLength: 5000, seed: 1 },
    chunkBytes: 1000,
    pace: 'steady',
    parseMs: 1,
    garbage: null,
    quotaBytes: null,
    codecs: ['vp8', 'vp9', 'vorbis', 'opus'],
    ...told,
  };
  const part = (name: MediaPart): ProbeInput => ({ kind: 'media', part: name, media: behaviour });
  return {
    source: part('source'),
    stream: part('stream'),
    chunks: part('chunks'),
    video: part('video'),
    class: part('class'),
  };
}

/** Random, but the same every time. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number, `least` to `most`, ends included. */
  integer(least: number, most: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return least + (((word ^ (word >>> 14)) >>> 0) % (most - least + 1));
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.integer(0, 255));
  }
}

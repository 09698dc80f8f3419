/**
 * The media of one run: their numbers, which element plays which MediaSource, and how all of it stands right now. What is
 * asked of an object is asked by getters taken before the run, so that a class of the learner's cannot answer in its place.
 */
import {
  MAX_APPENDED_BYTES,
  MAX_SOURCE_BUFFERS,
  MAX_TIME_RANGES,
  type AppendFact,
  type ElementState,
  type PlaybackError,
  type PlaybackFact,
  type PlaybackState,
  type PlaybackTarget,
  type SourceBufferState,
  type SourceState,
  type TimeRange,
} from '../../core/trace/playback-facts';
import { MAX_TRACKED_BYTES } from '../../core/trace/memory-state';
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import { messageOf, nameOfError } from '../objects';
import {
  getOwnPropertyDescriptor,
  getter,
  max,
  min,
  now,
  prototypeOf,
  push,
  SafeMap,
  SafeWeakMap,
  stringSlice,
  tryGet,
  uncurry,
} from '../primordials';
import { isProxy } from '../proxies';
import { isObject } from './native-arguments';
import type { Registry } from './registry';

export const MEDIA_PROTOTYPES = {
  'media-source': prototypeOf('MediaSource'),
  'source-buffer': prototypeOf('SourceBuffer'),
  element: prototypeOf('HTMLMediaElement'),
} as const satisfies Readonly<Record<PlaybackTarget, object | undefined>>;

const source = {
  readyState: getter<string>(MEDIA_PROTOTYPES['media-source'], 'readyState'),
  duration: getter<number>(MEDIA_PROTOTYPES['media-source'], 'duration'),
  sourceBuffers: getter<object>(MEDIA_PROTOTYPES['media-source'], 'sourceBuffers'),
};
const listLength = getter<number>(prototypeOf('SourceBufferList'), 'length');
const buffer = {
  updating: getter<boolean>(MEDIA_PROTOTYPES['source-buffer'], 'updating'),
  mode: getter<string>(MEDIA_PROTOTYPES['source-buffer'], 'mode'),
  timestampOffset: getter<number>(MEDIA_PROTOTYPES['source-buffer'], 'timestampOffset'),
  buffered: getter<object>(MEDIA_PROTOTYPES['source-buffer'], 'buffered'),
};
const element = {
  src: getter<string>(MEDIA_PROTOTYPES.element, 'src'),
  currentSrc: getter<string>(MEDIA_PROTOTYPES.element, 'currentSrc'),
  srcObject: getter<object | null>(MEDIA_PROTOTYPES.element, 'srcObject'),
  currentTime: getter<number>(MEDIA_PROTOTYPES.element, 'currentTime'),
  readyState: getter<number>(MEDIA_PROTOTYPES.element, 'readyState'),
  paused: getter<boolean>(MEDIA_PROTOTYPES.element, 'paused'),
  ended: getter<boolean>(MEDIA_PROTOTYPES.element, 'ended'),
  buffered: getter<object>(MEDIA_PROTOTYPES.element, 'buffered'),
  error: getter<object | null>(MEDIA_PROTOTYPES.element, 'error'),
};
const mediaError = {
  code: getter<number>(prototypeOf('MediaError'), 'code'),
  message: getter<string>(prototypeOf('MediaError'), 'message'),
};
const ranges = {
  length: getter<number>(prototypeOf('TimeRanges'), 'length'),
  start: methodOf(prototypeOf('TimeRanges'), 'start'),
  end: methodOf(prototypeOf('TimeRanges'), 'end'),
};

type Indexed = (self: unknown, index: number) => number;

function methodOf(owner: object | undefined, key: string): Indexed {
  const method = owner && (getOwnPropertyDescriptor(owner, key)?.value as Indexed | undefined);
  return method === undefined ? () => 0 : uncurry(method as () => number);
}

/** Only the object itself, or one of a class that extends it, answers. */
const BRANDS: Readonly<Record<PlaybackTarget, (self: unknown) => unknown>> = {
  'media-source': source.readyState,
  'source-buffer': buffer.updating,
  element: element.paused,
};

const TEXT = 500;
/** Addresses and elements that are known: no program that is read has more. */
const MAX_URLS = 1000;
const MAX_ELEMENTS = 32;
/** A player that runs on tells its time for about two minutes. */
const MAX_TIME_UPDATES = 500;
/** What all facts of one run may weigh: a program that appends byte by byte is followed for so long. */
const MAX_WEIGHT = 12 * 1024 * 1024;
const FACT_WEIGHT = 700;
const RANGE_WEIGHT = 48;

interface KnownBuffer {
  readonly source: object;
  type: string;
  appends: number;
  /** The append that is under way, for the events that follow on it. */
  pending: AppendFact | null;
}

class Numbers {
  readonly #ids = new SafeWeakMap<object, number>();
  #count = 0;

  of(object: object): number {
    let id = this.#ids.get(object);
    if (id === undefined) this.#ids.set(object, (id = ++this.#count));
    return id;
  }
}

export class Media {
  readonly #registry: Registry;
  readonly #numbers = {
    'media-source': new Numbers(),
    'source-buffer': new Numbers(),
    element: new Numbers(),
  } as const satisfies Readonly<Record<PlaybackTarget, Numbers>>;
  readonly #buffers = new SafeWeakMap<object, KnownBuffer>();
  readonly #sources = new SafeMap<string, object>();
  readonly #elements: object[] = [];
  #beganAt = 0;
  #weight = 0;
  #appendedBytes = 0;
  #timeUpdates = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Times of facts count from here. */
  begin(): void {
    this.#beganAt = now();
  }

  is(target: PlaybackTarget, value: unknown): value is object {
    return isObject(value) && tryGet(BRANDS[target], value) !== null;
  }

  /** An address was made, perhaps of a MediaSource. */
  addressed(url: unknown, value: unknown): void {
    if (typeof url !== 'string' || !this.is('media-source', value)) return;
    if (this.#sources.size < MAX_URLS) this.#sources.set(url, value);
  }

  /** An element is there. @returns whether it is new */
  meet(value: object): boolean {
    for (let i = 0; i < this.#elements.length; i++) if (this.#elements[i] === value) return false;
    if (this.#elements.length === MAX_ELEMENTS) return false;
    push(this.#elements, value);
    return true;
  }

  /** `addSourceBuffer(type)` gave this. */
  added(made: object, parent: object, type: unknown): void {
    this.#buffers.set(made, { source: parent, type: textOf(type), appends: 0, pending: null });
  }

  /** `changeType(type)` */
  changed(sourceBuffer: object, type: unknown): void {
    const known = this.#buffers.get(sourceBuffer);
    if (known !== undefined) known.type = textOf(type);
  }

  /** `appendBuffer(data)`, whether or not it threw: its number, and where its bytes are. Null where there are none. */
  appended(sourceBuffer: object, data: unknown, threw: boolean): AppendFact | null {
    const known = this.#buffers.get(sourceBuffer);
    const bytes = bytesOf(data);
    if (known === undefined || bytes === null) return null;
    const fact: AppendFact = {
      number: ++known.appends,
      byteLength: bytes.byteLength,
      bufferId: this.#registry.recordOf(bytes.buffer)?.id ?? null,
      byteOffset: bytes.byteOffset,
    };
    if (!threw) known.pending = fact;
    return fact;
  }

  /** The bytes of an append, where they are to be kept with its step. */
  keptOf(data: unknown): Bytes | null {
    const bytes = bytesOf(data);
    if (bytes === null || bytes.byteLength > MAX_TRACKED_BYTES) return null;
    if (this.#appendedBytes + bytes.byteLength > MAX_APPENDED_BYTES) return null;
    this.#appendedBytes += bytes.byteLength;
    return bytes;
  }

  /** Something else is under way on a SourceBuffer: what is told of it next is not about an append. */
  removing(sourceBuffer: object): void {
    const known = this.#buffers.get(sourceBuffer);
    if (known !== undefined) known.pending = null;
  }

  /** The append that an event of a SourceBuffer is about. */
  appendOf(sourceBuffer: object, event: string): AppendFact | null {
    const known = this.#buffers.get(sourceBuffer);
    if (known === undefined) return null;
    const { pending } = known;
    if (event === 'updateend') known.pending = null;
    return pending;
  }

  /** What `error` of an element says. */
  errorOf(media: object): PlaybackError | null {
    const error = tryGet(element.error, media);
    if (error === null) return null;
    return {
      name: 'MediaError',
      message: textOf(tryGet(mediaError.message, error)),
      code: tryGet(mediaError.code, error),
    };
  }

  /** Null where a run has told more than is followed. */
  fact(
    target: PlaybackTarget,
    object: object,
    phase: PlaybackFact['phase'],
    operation: string,
    more: { readonly error: PlaybackError | null; readonly append: AppendFact | null },
  ): PlaybackFact | null {
    if (this.#weight > MAX_WEIGHT) return null;
    if (operation === 'timeupdate' && ++this.#timeUpdates > MAX_TIME_UPDATES) return null;
    this.#weight += FACT_WEIGHT;
    return {
      target,
      id: this.#numbers[target].of(object),
      phase,
      error: more.error,
      append: more.append,
      state: this.#state(target, object),
      time: max(0, now() - this.#beganAt),
    };
  }

  #state(target: PlaybackTarget, object: object): PlaybackState {
    if (target === 'element') {
      const itsSource = this.#sourceOf(object);
      return {
        element: this.#elementState(object),
        source: itsSource === null ? null : this.#sourceState(itsSource),
      };
    }
    const parent = target === 'media-source' ? object : this.#buffers.get(object)?.source;
    if (parent === undefined) return { element: null, source: null };
    const player = this.#playerOf(parent);
    return {
      element: player === null ? null : this.#elementState(player),
      source: this.#sourceState(parent),
    };
  }

  /** The MediaSource that an element was given. */
  #sourceOf(media: object): object | null {
    const given = tryGet(element.srcObject, media);
    if (given !== null) return this.is('media-source', given) ? given : null;
    const src = tryGet(element.src, media);
    const url = src === null || src === '' ? tryGet(element.currentSrc, media) : src;
    return url === null ? null : (this.#sources.get(url) ?? null);
  }

  #playerOf(mediaSource: object): object | null {
    for (let i = this.#elements.length - 1; i >= 0; i--) {
      const media = this.#elements[i] as object;
      if (this.#sourceOf(media) === mediaSource) return media;
    }
    return null;
  }

  #elementState(media: object): ElementState {
    return {
      id: this.#numbers.element.of(media),
      currentTime: tryGet(element.currentTime, media) ?? 0,
      readyState: tryGet(element.readyState, media) ?? 0,
      paused: tryGet(element.paused, media) ?? true,
      ended: tryGet(element.ended, media) ?? false,
      buffered: this.#ranges(tryGet(element.buffered, media)),
    };
  }

  #sourceState(mediaSource: object): SourceState {
    const buffers: SourceBufferState[] = [];
    const list = tryGet(source.sourceBuffers, mediaSource);
    const length = list === null ? 0 : min(MAX_SOURCE_BUFFERS, tryGet(listLength, list) ?? 0);
    for (let i = 0; i < length; i++) {
      const item = getOwnPropertyDescriptor(list as object, i)?.value as unknown;
      if (isObject(item)) push(buffers, this.#bufferState(item));
    }
    const readyState = tryGet(source.readyState, mediaSource);
    return {
      id: this.#numbers['media-source'].of(mediaSource),
      readyState: readyState === 'open' || readyState === 'ended' ? readyState : 'closed',
      duration: tryGet(source.duration, mediaSource) ?? NaN,
      buffers,
    };
  }

  #bufferState(sourceBuffer: object): SourceBufferState {
    return {
      id: this.#numbers['source-buffer'].of(sourceBuffer),
      type: this.#buffers.get(sourceBuffer)?.type ?? '',
      updating: tryGet(buffer.updating, sourceBuffer) ?? false,
      mode: tryGet(buffer.mode, sourceBuffer) === 'sequence' ? 'sequence' : 'segments',
      timestampOffset: tryGet(buffer.timestampOffset, sourceBuffer) ?? 0,
      buffered: this.#ranges(tryGet(buffer.buffered, sourceBuffer)),
    };
  }

  #ranges(given: object | null): TimeRange[] {
    const list: TimeRange[] = [];
    if (given === null) return list;
    const length = min(MAX_TIME_RANGES, tryGet(ranges.length, given) ?? 0);
    this.#weight += RANGE_WEIGHT * length;
    for (let i = 0; i < length; i++) {
      push(list, { start: ranges.start(given, i), end: ranges.end(given, i) });
    }
    return list;
  }
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? stringSlice(value, 0, TEXT) : '';

/** What a call threw. */
export function thrownError(value: unknown): PlaybackError {
  const isKnown = isObject(value) && !isProxy(value);
  return {
    name: isKnown ? textOf(nameOfError(value)) : 'Error',
    message: isKnown ? textOf(messageOf(value)) : '',
    code: null,
  };
}

export interface Bytes {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

function bytesOf(data: unknown): Bytes | null {
  if (!isObject(data) || isProxy(data)) return null;
  const view = viewSlots(data);
  if (view !== null) return view;
  if (!isBuffer(data)) return null;
  return { buffer: data, byteOffset: 0, byteLength: bufferSlots(data).byteLength };
}

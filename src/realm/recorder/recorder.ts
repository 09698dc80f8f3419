/**
 * The recorder of one run: what rewritten code and watched natives tell it. It is there before the run, since natives
 * are watched when the realm boots; `begin` says how the run is recorded.
 */
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import { MAX_DATAVIEW_CALLS } from '../../core/trace/memory-state';
import { KIND, NO_VIEW } from '../../core/trace/rows';
import { failedMedia } from '../../core/trace/failed-media';
import type { FailedAccess, FailedMedia } from '../../core/trace/run';
import type { BlobFact } from '../../core/trace/blob-facts';
import type { PictureFact } from '../../core/trace/picture-facts';
import type {
  AppendFact,
  PlaybackError,
  PlaybackFact,
  PlaybackTarget,
} from '../../core/trace/playback-facts';
import type { StepDetail } from '../../core/trace/trace';
import { LINE_AS_SITE } from '../../core/trace/trace-chunk';
import { isBuffer, viewSlots, type ViewSlots } from '../buffers';
import { max, min, push } from '../primordials';
import { isProxy } from '../proxies';
import { AccessHook } from './access-hook';
import { AccessLog, type LogOptions } from './access-log';
import { Blobs } from './blobs';
import { Media, type Bytes } from './media';
import { imageDataOf, Pictures } from './pictures';
import { RowPool } from './row-pool';
import { prepareBytes } from './spare-bytes';
import { Registry, type BufferRecord, type Origin } from './registry';

/** Calls of natives whose line is looked up in a stack; later ones are taken without it. */
const SIGHTINGS = 1000;
/** The length that fits in a row. */
const MAX_BYTES = 0xffff_ffff;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export class Recorder {
  readonly registry = new Registry();
  readonly blobs = new Blobs(this.registry);
  readonly pictures = new Pictures(this.registry);
  readonly media = new Media(this.registry);
  /** Where learner code is; set when the run begins, since stacks are read by its file name. */
  lineNow: () => number | null = () => null;
  /** The run has to do with media: it may go on for minutes before its body has settled. */
  onMedia: () => void = () => undefined;
  #hasMedia = false;
  readonly #pool = new RowPool();
  log = new AccessLog(this.registry, NOTHING_TO_SEND, this.#pool);
  /** What the rewritten code of this run reaches. */
  hook = new AccessHook(this.log, this.registry, 0);
  #isFull = false;
  #argumentHadValues = false;
  #sightings = 0;
  #owing: { flush(): void }[] = [];
  #failure: { readonly error: object; readonly access: FailedAccess } | null = null;

  #mediaFailure: { readonly error: unknown; readonly media: FailedMedia } | null = null;

  constructor() {
    this.log.on = false;
  }

  /** Makes the memory of a full recording ahead of it: the realm waits as a spare. */
  prepare(): void {
    this.#pool.fill();
    prepareBytes();
  }

  /** Records every access from now on. Without this call a recording is light: buffers, views and DataView calls. */
  begin(options: Omit<LogOptions, 'onFull'>): void {
    this.#isFull = true;
    this.log = new AccessLog(
      this.registry,
      {
        ...options,
        onFull: () => {
          this.hook.o = false;
        },
      },
      this.#pool,
    );
    this.registry.stepsNow = () => this.log.steps;
    this.media.begin();
  }

  /** Somebody counts on its own, and will be asked to hand it over. */
  owes(counter: { flush(): void }): void {
    push(this.#owing, counter);
  }

  /** Counts that hooks and natives hold go into the log's. */
  flushCounts(): void {
    this.hook.flushCounts();
    const owing = this.#owing;
    this.#owing = [];
    for (let i = 0; i < owing.length; i++) owing[i]?.flush();
  }

  /** Every access is recorded (until the cap), so memory need not be guessed from the bytes. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** What `new` made, in rewritten code. */
  made(value: object, line: number, name: string | null, fixed: boolean): void {
    const filled = this.#argumentHadValues;
    this.#argumentHadValues = false;
    this.hook.takeSite();
    this.registry.see(value, { line, name, filled, fixed });
  }

  /** The first argument of a typed array's constructor: anything but a length or a buffer gives values to copy. */
  firstArgument(value: unknown): void {
    this.#argumentHadValues = isObject(value) && (isProxy(value) || !isBuffer(value));
    if (this.#argumentHadValues) this.reads(value, 'new');
  }

  /** What a call or an await gave to a variable. A buffer first seen here was made elsewhere, with its content. */
  received(value: object, line: number, name: string): void {
    this.registry.see(value, { line, name, filled: true, fixed: true });
  }

  /**
   * What a native made for learner code. What it made for other code (Node's own Blob calls TextEncoder) is not the
   * learner's, and has no line of theirs.
   */
  sawNative(value: object, filled: boolean, fixed: boolean): void {
    if (isProxy(value) || this.registry.viewRecord(value) !== null) return;
    const origin = this.#origin(filled, fixed);
    if (origin !== null) this.registry.see(value, origin);
  }

  /** Null when no learner code called. Reading a stack is slow, so only so many are read. */
  #origin(filled: boolean, fixed: boolean): Origin | null {
    if (++this.#sightings > SIGHTINGS) {
      this.registry.omitted++;
      return null;
    }
    const line = this.lineNow();
    return line === null ? null : { line, name: null, filled, fixed };
  }

  /** The site of a native that was called, taken from the rewritten code or from a stack; 0 when neither knows. */
  takeSite(): number {
    const site = this.hook.takeSite();
    if (site !== 0 || !this.#isFull || ++this.#sightings > SIGHTINGS) return site;
    const line = this.lineNow();
    return line === null ? 0 : LINE_AS_SITE + line;
  }

  /** A native will write through this view: its buffer is known before it does. */
  expect(view: unknown): void {
    if (this.hook.s === 0 || !isObject(view) || isProxy(view)) return;
    this.registry.see(view, { line: null, name: null, filled: false, fixed: true });
  }

  /** A native reads elements `[start, end)` of a typed array, all of them unless told. */
  reads(view: unknown, operation: string, start = 0, end = Infinity): void {
    const slots = slotsOf(view);
    if (!this.#isFull || slots === null || slots.kind === 'DataView') return;
    this.expect(view);
    const { byteSize } = ELEMENT_TYPES[slots.kind];
    this.#readBytes(slots, view as object, start * byteSize, end * byteSize, operation);
  }

  /**
   * A native reads all bytes of a view or a buffer; of other values, nothing is known.
   *
   * @param more the same call reads more, so its site is still needed
   */
  readsAny(value: unknown, operation: string, more = false): void {
    if (!this.#isFull || !isObject(value) || isProxy(value)) return;
    const site = this.hook.s;
    const slots = viewSlots(value);
    if (slots !== null) {
      this.expect(value);
      this.#readBytes(slots, value, 0, Infinity, operation);
    } else if (isBuffer(value)) {
      this.readBuffer(value, operation, 0, undefined);
    }
    if (more) this.hook.s = site;
  }

  #readBytes(slots: ViewSlots, view: object, from: number, to: number, operation: string): void {
    const record = this.registry.recordOf(slots.buffer);
    const id = this.registry.viewRecord(view)?.id ?? NO_VIEW;
    if (record === null) return;
    const start = slots.byteOffset + min(from, slots.byteLength);
    const end = slots.byteOffset + min(to, slots.byteLength);
    if (end > start) this.#range(KIND.read, record, id, start, end, { operation, source: null });
  }

  /** A native reads `[start, end)` of a buffer itself, relative as `slice` has it. */
  readBuffer(buffer: object, operation: string, from: unknown, to: unknown): void {
    const record = this.registry.recordOf(buffer as ArrayBufferLike);
    if (record?.shadow == null) return;
    const { length } = record.shadow;
    const start = min(relativeStart(from, length), length);
    const end = to === undefined ? length : min(relativeStart(to, length), length);
    if (end > start) {
      this.#range(KIND.read, record, NO_VIEW, start, end, { operation, source: null });
    }
  }

  /** `to` holds a copy of what `from` held from byte `start` on. */
  copiedBuffer(from: object, start: unknown, to: object): void {
    const source = this.registry.recordOf(from as ArrayBufferLike);
    if (!isBuffer(to)) return;
    const origin = this.#origin(false, true);
    const target = origin !== null && this.registry.bufferOf(to, origin, true);
    if (source === null || target === false) return;
    const { written } = source;
    const first = relativeStart(start, written.length);
    for (let i = first; i < written.length; i++) {
      if (written[i] === 1) this.registry.markWritten(target, i - first, i - first + 1);
    }
  }

  /**
   * A native wrote elements `[start, end)` of a typed array, zeros too.
   *
   * @param source the view they came from, from element `sourceStart` on; null for other values
   */
  wrote(
    view: unknown,
    operation: string,
    start: number,
    end: number,
    source: object | null = null,
    sourceStart = 0,
  ): void {
    const slots = slotsOf(view);
    if (slots === null || slots.kind === 'DataView') return;
    const record = this.registry.recordOf(slots.buffer);
    if (record === null) return;
    const { byteSize } = ELEMENT_TYPES[slots.kind];
    const from = slots.byteOffset + min(start * byteSize, slots.byteLength);
    const to = slots.byteOffset + min(end * byteSize, slots.byteLength);
    this.registry.markWritten(record, from, to);
    if (!this.#isFull || to <= from) return;
    const id = this.registry.viewRecord(view as object)?.id ?? NO_VIEW;
    const count = (to - from) / byteSize;
    const detail = { operation, source: this.#sourceOf(source, sourceStart, count) };
    this.#range(KIND.copy, record, id, from, to, detail);
  }

  #sourceOf(view: object | null, start: number, count: number): StepDetail['source'] {
    const slots = slotsOf(view);
    if (slots === null || slots.kind === 'DataView') return null;
    const record = this.registry.recordOf(slots.buffer);
    if (record === null) return null;
    const { byteSize } = ELEMENT_TYPES[slots.kind];
    const from = slots.byteOffset + start * byteSize;
    return { bufferId: record.id, range: { start: from, end: from + count * byteSize } };
  }

  #range(
    kind: number,
    record: BufferRecord,
    viewId: number,
    start: number,
    end: number,
    detail: StepDetail,
  ): void {
    this.log.range(kind, record, viewId, this.takeSite(), start, end, detail);
  }

  /** A buffer was resized or grown. */
  resized(buffer: object): void {
    const record = this.registry.recordOf(buffer as ArrayBufferLike);
    if (!this.#isFull || record === null) return;
    this.hook.forget();
    this.log.resized(record, this.takeSite(), 'resize');
  }

  /** A native may have detached buffers. */
  findDetached(operation: string): void {
    if (!this.#isFull) return;
    this.hook.forget();
    this.log.findDetached(this.hook.s, operation);
    this.hook.takeSite();
  }

  /** The reader's own edit of a byte, from outside the program. What is not there is left alone. */
  poke(bufferId: number, byteOffset: number, value: number): void {
    const record = this.registry.buffers[bufferId];
    const live = record?.shadow?.live;
    if (record === undefined || live === undefined || !(byteOffset < live.length)) return;
    this.log.compare(0);
    live[byteOffset] = value;
    const detail = { operation: 'poke', source: null };
    this.log.range(KIND.host, record, NO_VIEW, 0, byteOffset, byteOffset + 1, detail);
    this.pictures.repaint(bufferId);
  }

  /** A step that touches no buffer: something is done with `byteLength` bytes that are elsewhere. */
  elsewhere(
    kind: 'blob' | 'blobread' | 'url' | 'canvas' | 'message',
    operation: string,
    byteLength: number,
    more: Pick<StepDetail, 'blob' | 'url' | 'picture'> = {},
    start = 0,
  ): void {
    if (!this.#isFull) return;
    const site = this.takeSite();
    // What no learner code called is none.
    if (site === 0) return;
    const detail = { operation, source: null, ...more };
    this.log.range(KIND[kind], null, NO_VIEW, site, start, start + byteLength, detail);
  }

  /** A Blob was made, or is read: all of it, in bytes of its root. */
  blob(kind: 'blob' | 'blobread', operation: string, blob: BlobFact | null): void {
    if (blob === null) return;
    this.elsewhere(kind, operation, blob.size, { blob }, blob.root.start);
  }

  /**
   * A message left the program, from where it was called, or reached its listeners.
   *
   * @param source the view or buffer that it carries, where it is one: the step covers its bytes
   * @returns the steps recorded by then
   */
  message(operation: string, byteLength: number, isSent: boolean, source: object | null): number {
    if (this.#isFull) {
      const site = isSent ? this.takeSite() : 0;
      const view = source === null ? null : slotsOf(source);
      const buffer = view?.buffer ?? (source as ArrayBufferLike | null);
      const record = buffer === null ? null : this.registry.recordOf(buffer);
      const viewId = (view && this.registry.viewRecord(source as object)?.id) ?? NO_VIEW;
      const start = record === null ? 0 : (view?.byteOffset ?? 0);
      const detail = { operation, source: null };
      this.log.range(
        KIND.message,
        record,
        record === null ? NO_VIEW : viewId,
        site,
        start,
        start + byteLength,
        detail,
      );
    }
    this.hook.takeSite();
    return this.log.steps;
  }

  /** A buffer that came from outside, with its content. */
  arrived(buffer: ArrayBufferLike): void {
    this.registry.see(buffer, { line: null, name: null, filled: true, fixed: true });
  }

  /** Pixels came into memory: the ImageData is new. `fact` is asked for once its buffer is known. */
  tookPicture(image: object, operation: string, fact: () => PictureFact): void {
    const data = imageDataOf(image);
    if (data === null) return;
    const site = this.hook.s;
    this.sawNative(data, true, true);
    this.hook.s = site;
    this.elsewhere('canvas', operation, viewSlots(data)?.byteLength ?? 0, { picture: fact() });
    this.hook.takeSite();
  }

  /** Pixels went from memory to a canvas. */
  putPicture(image: object, operation: string, fact: () => PictureFact): void {
    const data = imageDataOf(image);
    if (data === null) return;
    const site = this.hook.s;
    this.expect(data);
    this.elsewhere('canvas', operation, viewSlots(data)?.byteLength ?? 0, { picture: fact() });
    this.hook.s = site;
    this.reads(data, operation);
    this.hook.takeSite();
  }

  /** Pixels went from somewhere else to a canvas. */
  drewPicture(operation: string, picture: PictureFact): void {
    const { width = 0, height = 0 } = picture.rect ?? {};
    this.elsewhere('canvas', operation, min(width * height * 4, MAX_BYTES), { picture });
  }

  /**
   * The program did something with media, or the browser told of it.
   *
   * @param bytes what it appended
   * @returns what its step knows; null where there is none
   */
  played(
    target: PlaybackTarget,
    object: object,
    phase: PlaybackFact['phase'],
    operation: string,
    more: { readonly error: PlaybackError | null; readonly append: AppendFact | null },
    bytes: Bytes | null = null,
  ): PlaybackFact | null {
    if (!this.#isFull || !this.log.on) return null;
    const playback = this.media.fact(target, object, phase, operation, more);
    if (playback === null) return null;
    if (!this.#hasMedia) {
      this.#hasMedia = true;
      this.onMedia();
    }
    const site = phase === 'event' ? 0 : this.takeSite();
    const detail = { operation, source: null, playback };
    const length = phase === 'event' ? 0 : (more.append?.byteLength ?? 0);
    if (bytes === null) this.log.range(KIND.media, null, NO_VIEW, site, 0, length, detail);
    else {
      const { buffer, byteOffset, byteLength } = bytes;
      this.log.withBytes(KIND.media, site, length, buffer, byteOffset, byteLength, detail);
    }
    return playback;
  }

  /** A DataView's get or set has run. */
  dataViewCall(
    view: object,
    method: 'get' | 'set',
    type: ElementKind,
    byteOffset: unknown,
    littleEndian: boolean,
  ): void {
    // The native has turned the offset into a number already; asking an object again would run its valueOf twice.
    const offset = byteOffset === undefined ? 0 : byteOffset;
    if (typeof offset !== 'number') return;
    this.sawNative(view, false, true);
    const record = this.registry.viewRecord(view);
    if (record === null) return;
    const size = ELEMENT_TYPES[type].byteSize;
    const start = record.byteOffset + (offset - (offset % 1) || 0);
    if (method === 'set') this.registry.markWritten(record.buffer, start, start + size);
    if (this.registry.calls.length >= MAX_DATAVIEW_CALLS) return;
    const line = this.lineNow();
    this.registry.addCall({
      viewId: record.id,
      method,
      type,
      byteOffset: start,
      littleEndian,
      line,
    });
  }

  /** A DataView call threw. Remembered when the view's bounds are why, so that the page can say which bytes it lacked. */
  dataViewFailed(
    view: unknown,
    method: string,
    byteSize: number,
    byteOffset: unknown,
    error: unknown,
  ): void {
    const given = byteOffset === undefined ? 0 : byteOffset;
    if (!isObject(view) || isProxy(view)) return;
    if (typeof given !== 'number' || !isObject(error)) return;
    const slots = viewSlots(view);
    const offset = given - (given % 1) || 0;
    if (slots === null || slots.byteLength === 0) return;
    if (offset >= 0 && offset + byteSize <= slots.byteLength) return;
    if (offset > 2 ** 53 - 1 || offset < -(2 ** 53 - 1)) return;
    this.#failure = {
      error,
      access: { method, byteOffset: offset, byteSize, viewByteLength: slots.byteLength },
    };
  }

  /** The DataView call that threw this very error, when the view's bounds were why. */
  readonly accessOf = (error: object): FailedAccess | null =>
    this.#failure !== null && this.#failure.error === error ? this.#failure.access : null;

  /** A call of media threw. Remembered, so that the page can say in which state it was made. */
  mediaFailed(error: unknown, operation: string, playback: PlaybackFact | null): void {
    const media = playback && failedMedia(operation, playback);
    if (media !== null) this.#mediaFailure = { error, media };
  }

  /** How things stood when a call of media threw this very error. */
  readonly mediaOf = (error: object): FailedMedia | null =>
    this.#mediaFailure !== null && this.#mediaFailure.error === error
      ? this.#mediaFailure.media
      : null;

  readonly bufferId = (buffer: ArrayBufferLike): number | null => this.registry.idOf(buffer);
}

const NOTHING_TO_SEND: LogOptions = {
  maxSteps: 0,
  recordFrom: 0,
  send: () => undefined,
  onFull: () => undefined,
  onTask: () => undefined,
};

function slotsOf(view: unknown): ViewSlots | null {
  return isObject(view) && !isProxy(view) ? viewSlots(view) : null;
}

function relativeStart(value: unknown, length: number): number {
  const start = typeof value === 'number' ? value - (value % 1) || 0 : 0;
  return start < 0 ? max(0, length + start) : start;
}

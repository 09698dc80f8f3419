/**
 * MediaSource and SourceBuffer as a probe gives them: the states, the order of events and the errors of the real ones
 * (e2e/mse.spec.ts compares), over bytes of no format. One SourceBuffer, WebM, no dependent frames: what is removed is
 * what was asked for. The program holds a MediaSource and a SourceBuffer that have nothing but a private field; the cores
 * behind them it never gets hold of, whatever it does to prototypes and constructors.
 * @see https://w3c.github.io/media-source/
 */
import type { MediaBehaviour, MediaEventName, MediaNote } from '../core/exercise/media';
import {
  construct,
  exceptionName,
  NativeTypeError,
  push,
  regExpExec,
  stringSlice,
  toNumber,
  toText,
  tryGet,
  typedArrayLength,
} from './primordials';
import { bytesIn, isPart } from './probe-lab';
import { ProbeListeners, type MediaWorld } from './probe-media-target';

const NativeDOMException = globalThis.DOMException;

function exception(name: string, message: string): Error {
  return construct(NativeDOMException, [message, name]);
}

/** What a note says beside the event, where a call of the program's says anything. */
export type Told = Pick<MediaNote, 'byteLength' | 'offset' | 'same' | 'text' | 'error' | 'line'>;
/** A note of the program's is made from all of it: what it lacked would be looked up on Object.prototype. */
export const NOTHING_TOLD: Told = {
  byteLength: 0,
  offset: 0,
  same: true,
  text: null,
  error: null,
  line: null,
};
type MediaState = Pick<MediaNote, 'readyState' | 'updating'>;

/** What the objects of one call share. */
export interface MediaCall extends MediaWorld {
  readonly behaviour: MediaBehaviour;
  /** @param state before the call; now, unless told */
  note(event: MediaEventName, told?: Told, state?: MediaState): void;
  /** Of the MediaSource and its SourceBuffer, now. */
  state(): MediaState;
  /** The first bytes are understood. */
  loaded(): void;
  /** The element has an error, and nothing is taken any more. */
  isBroken(): boolean;
  /** Decoding has failed: the element says so, and the source is closed where nothing had been understood before. */
  failed(closed: () => void): void;
}

/** The file is so many seconds long, whatever its bytes. */
export const MEDIA_SECONDS = 4;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The class MediaSource of one call, and one that is made already, with what stands behind it. */
export function createMediaSource(call: MediaCall): {
  readonly class: object;
  readonly source: object;
  readonly core: SourceCore;
} {
  let coreOf: (source: MediaSource) => SourceCore;
  class MediaSource {
    readonly #core: SourceCore;
    onsourceopen: unknown = null;
    onsourceended: unknown = null;
    onsourceclose: unknown = null;

    static {
      coreOf = (source) => source.#core;
    }

    constructor() {
      this.#core = new SourceCore(call, this);
    }

    static isTypeSupported(type: unknown): boolean {
      const text = toText(type);
      call.note('isTypeSupported', { ...NOTHING_TOLD, text });
      return isSupported(text, call.behaviour.codecs);
    }

    get readyState(): MediaNote['readyState'] {
      return this.#core.readyState;
    }
    get sourceBuffers(): readonly object[] {
      return this.#core.sourceBuffers;
    }
    get duration(): number {
      return this.#core.duration;
    }
    set duration(seconds: number) {
      this.#core.setDuration(seconds);
    }

    addSourceBuffer(type: unknown): object {
      return this.#core.addSourceBuffer(type);
    }
    endOfStream(reason?: unknown): void {
      this.#core.endOfStream(reason);
    }

    addEventListener(type: unknown, listener: unknown, options?: unknown): void {
      this.#core.listeners.add(type, listener, options);
    }
    removeEventListener(type: unknown, listener: unknown): void {
      this.#core.listeners.remove(type, listener);
    }
  }
  const source = new MediaSource();
  return { class: MediaSource, source, core: coreOf(source) };
}

/** The SourceBuffer as the program has it. */
class SourceBuffer {
  readonly #core: BufferCore;
  onupdatestart: unknown = null;
  onupdate: unknown = null;
  onupdateend: unknown = null;
  onerror: unknown = null;
  onabort: unknown = null;

  constructor(core: BufferCore) {
    this.#core = core;
  }

  get updating(): boolean {
    return this.#core.isUpdating;
  }
  get buffered(): object {
    return this.#core.buffered;
  }
  get mode(): string {
    return this.#core.mode;
  }
  set mode(mode: string) {
    this.#core.setMode(mode);
  }
  get timestampOffset(): number {
    return this.#core.timestampOffset;
  }
  set timestampOffset(seconds: number) {
    this.#core.setTimestampOffset(seconds);
  }

  appendBuffer(data: unknown): void {
    this.#core.appendBuffer(data);
  }
  remove(start: unknown, end: unknown): void {
    this.#core.remove(start, end);
  }
  abort(): void {
    this.#core.abort();
  }

  addEventListener(type: unknown, listener: unknown, options?: unknown): void {
    this.#core.listeners.add(type, listener, options);
  }
  removeEventListener(type: unknown, listener: unknown): void {
    this.#core.listeners.remove(type, listener);
  }
}

export class SourceCore {
  readonly listeners: ProbeListeners;
  readonly #call: MediaCall;
  #readyState: MediaNote['readyState'] = 'closed';
  #duration = NaN;
  #buffer: BufferCore | null = null;

  /** @param source as the program has it */
  constructor(call: MediaCall, source: object) {
    this.#call = call;
    this.listeners = new ProbeListeners(call, source);
  }

  get readyState(): MediaNote['readyState'] {
    return this.#readyState;
  }
  get sourceBuffers(): readonly object[] {
    return this.#buffer === null ? [] : [this.#buffer.given];
  }

  get duration(): number {
    return this.#readyState === 'closed' ? NaN : this.#duration;
  }
  setDuration(given: unknown): void {
    const seconds = toNumber(given);
    attempt(this.#call, 'duration', NOTHING_TOLD, () => {
      if (!(seconds >= 0)) throw new NativeTypeError('duration is a number of seconds, from 0');
      this.#needsOpen('duration');
      this.#needsIdle('duration');
      this.#duration = seconds;
    });
  }

  addSourceBuffer(type: unknown): object {
    const text = toText(type);
    return attempt(this.#call, 'addSourceBuffer', { ...NOTHING_TOLD, text }, () => {
      if (text === '') throw new NativeTypeError('addSourceBuffer: the type is empty');
      if (!isSupported(text, this.#call.behaviour.codecs))
        throw exception('NotSupportedError', `The type provided ('${text}') is not supported.`);
      if (this.#buffer !== null)
        throw exception('QuotaExceededError', 'There is a SourceBuffer already.');
      this.#needsOpen('addSourceBuffer');
      this.#buffer = new BufferCore(this.#call, this);
      return this.#buffer.given;
    });
  }

  endOfStream(reason?: unknown): void {
    attempt(this.#call, 'endOfStream', NOTHING_TOLD, () => {
      this.#needsOpen('endOfStream');
      this.#needsIdle('endOfStream');
      if (reason !== undefined) {
        this.fail();
        return;
      }
      this.#end();
      const end = this.#buffer?.endSeconds ?? 0;
      if (end > 0) this.#duration = end;
    });
  }

  get isUpdating(): boolean {
    return this.#buffer !== null && this.#buffer.isUpdating;
  }

  /** It is attached to an element. */
  open(): void {
    this.#readyState = 'open';
    this.#heard('sourceopen');
  }

  /** Bytes come behind the end: ended → open. */
  reopen(): void {
    if (this.#readyState !== 'ended') return;
    this.#readyState = 'open';
    this.#call.task(() => this.#heard('sourceopen'));
  }

  understood(): void {
    if (this.#duration !== this.#duration) this.#duration = MEDIA_SECONDS;
    this.#call.loaded();
  }

  /** The end of a stream that cannot be decoded. */
  fail(): void {
    this.#end();
    this.#call.failed(() => {
      this.#readyState = 'closed';
      this.#buffer?.detach();
      this.#buffer = null;
      this.#call.task(() => this.#heard('sourceclose'));
    });
  }

  #end(): void {
    this.#readyState = 'ended';
    this.#call.task(() => this.#heard('sourceended'));
  }

  #heard(event: 'sourceopen' | 'sourceended' | 'sourceclose'): void {
    this.#call.note(event);
    this.listeners.fire(event);
  }

  #needsOpen(operation: string): void {
    if (this.#readyState === 'open') return;
    throw exception('InvalidStateError', `${operation}: the readyState is not 'open'.`);
  }
  #needsIdle(operation: string): void {
    if (!this.isUpdating) return;
    throw exception('InvalidStateError', `${operation}: the SourceBuffer is updating.`);
  }
}

class BufferCore {
  /** As the program has it. */
  readonly given: object = new SourceBuffer(this);
  readonly listeners: ProbeListeners;
  readonly #call: MediaCall;
  readonly #source: SourceCore;
  #isUpdating = false;
  #isRemoved = false;
  /** What an append or a removal that was aborted would still have done. */
  #turn = 0;
  #taken = 0;
  /** In bytes of the file. */
  #ranges: readonly Range[] = [];
  #mode = 'segments';
  #timestampOffset = 0;

  constructor(call: MediaCall, source: SourceCore) {
    this.#call = call;
    this.#source = source;
    this.listeners = new ProbeListeners(call, this.given);
  }

  get isUpdating(): boolean {
    return this.#isUpdating;
  }

  get buffered(): object {
    if (this.#isRemoved) throw this.#removedError('buffered');
    const ranges = this.#ranges;
    const at = (index: number): Range => {
      const range = index >= 0 && index < ranges.length ? ranges[index] : undefined;
      if (range === undefined) throw exception('IndexSizeError', 'There is no such range.');
      return range;
    };
    return {
      length: ranges.length,
      start: (index: number) => this.#seconds(at(index).start),
      end: (index: number) => this.#seconds(at(index).end),
    };
  }

  get mode(): string {
    return this.#mode;
  }
  setMode(mode: unknown): void {
    this.#needsIdle('mode');
    if (mode === 'segments' || mode === 'sequence') this.#mode = mode;
  }
  get timestampOffset(): number {
    return this.#timestampOffset;
  }
  setTimestampOffset(seconds: unknown): void {
    this.#needsIdle('timestampOffset');
    this.#timestampOffset = toNumber(seconds);
  }

  appendBuffer(data: unknown): void {
    const bytes = bytesIn(data);
    const { behaviour } = this.#call;
    const byteLength = bytes === null ? 0 : typedArrayLength(bytes);
    const offset = this.#taken;
    const same = bytes !== null && isPart(behaviour.file, offset, bytes);
    const told = { ...NOTHING_TOLD, byteLength, offset, same };
    attempt(this.#call, 'appendBuffer', told, () => {
      if (bytes === null)
        throw new NativeTypeError('appendBuffer takes an ArrayBuffer or a view of one');
      this.#needsIdle('appendBuffer');
      this.#source.reopen();
      const { quotaBytes } = behaviour;
      if (quotaBytes !== null && this.#heldBytes() + byteLength > quotaBytes)
        throw exception('QuotaExceededError', 'The SourceBuffer is full: no bytes were taken.');
      this.#taken = offset + byteLength;
      this.#begin(() => this.#parse(offset, offset + byteLength), behaviour.parseMs);
    });
  }

  remove(start: unknown, end: unknown): void {
    const from = toNumber(start);
    const to = toNumber(end);
    attempt(this.#call, 'remove', NOTHING_TOLD, () => {
      this.#needsIdle('remove');
      const { duration } = this.#source;
      if (!(from >= 0 && from <= duration && to > from))
        throw new NativeTypeError('remove takes a start within the duration, and an end behind it');
      this.#source.reopen();
      this.#begin(() => this.#cut(this.#bytes(from), this.#bytes(to)), 0);
    });
  }

  abort(): void {
    attempt(this.#call, 'abort()', NOTHING_TOLD, () => {
      if (this.#isRemoved) throw this.#removedError('abort');
      if (this.#source.readyState !== 'open')
        throw exception('InvalidStateError', "abort: the readyState is not 'open'.");
      this.#stop();
    });
  }

  get endSeconds(): number {
    const { length } = this.#ranges;
    return length === 0 ? 0 : this.#seconds((this.#ranges[length - 1] as Range).end);
  }

  /** Its source is closed. */
  detach(): void {
    this.#isRemoved = true;
    this.#stop();
  }

  #begin(work: () => void, ms: number): void {
    const turn = ++this.#turn;
    this.#isUpdating = true;
    this.#call.task(() => this.#heard('updatestart'));
    this.#call.task(() => {
      if (turn === this.#turn) work();
    }, ms);
  }

  #stop(): void {
    this.#turn++;
    if (!this.#isUpdating) return;
    this.#isUpdating = false;
    this.#call.task(() => this.#heard('abort'));
    this.#call.task(() => this.#heard('updateend'));
  }

  #done(): void {
    this.#isUpdating = false;
    this.#call.task(() => this.#heard('update'));
    this.#call.task(() => this.#heard('updateend'));
  }

  #parse(start: number, end: number): void {
    const { garbage, chunkBytes } = this.#call.behaviour;
    // Whoever appends nothing has nothing to be parsed.
    const bad = garbage === null ? Infinity : garbage.chunk * chunkBytes;
    if (garbage !== null && end > bad && end > start) {
      if (garbage.isNoticed) {
        this.#isUpdating = false;
        this.#call.task(() => this.#heard('error'));
        this.#call.task(() => this.#heard('updateend'));
        this.#source.fail();
        return;
      }
      this.#done();
      return;
    }
    if (end > start) {
      this.#ranges = joined(this.#ranges, { start, end });
      this.#source.understood();
    }
    this.#done();
  }

  #cut(from: number, to: number): void {
    const left: Range[] = [];
    for (let i = 0; i < this.#ranges.length; i++) {
      const { start, end } = this.#ranges[i] as Range;
      if (start < from) push(left, { start, end: end < from ? end : from });
      if (end > to) push(left, { start: start > to ? start : to, end });
    }
    this.#ranges = left;
    this.#done();
  }

  #heldBytes(): number {
    let total = 0;
    for (let i = 0; i < this.#ranges.length; i++) {
      const { start, end } = this.#ranges[i] as Range;
      total += end - start;
    }
    return total;
  }

  #heard(event: 'updatestart' | 'update' | 'updateend' | 'error' | 'abort'): void {
    this.#call.note(event);
    this.listeners.fire(event);
  }

  #needsIdle(operation: string): void {
    if (this.#isRemoved) throw this.#removedError(operation);
    if (this.#call.isBroken())
      throw exception('InvalidStateError', `${operation}: the element has an error.`);
    if (this.#isUpdating)
      throw exception('InvalidStateError', `${operation}: the SourceBuffer is updating.`);
  }
  #removedError(operation: string): Error {
    return exception(
      'InvalidStateError',
      `${operation}: the SourceBuffer has been removed from its MediaSource.`,
    );
  }

  #seconds(bytes: number): number {
    return (bytes / this.#call.behaviour.file.byteLength) * MEDIA_SECONDS;
  }
  #bytes(seconds: number): number {
    return (seconds / MEDIA_SECONDS) * this.#call.behaviour.file.byteLength;
  }
}

/** Makes a call of the program's, and notes it with what it threw. */
function attempt<T>(call: MediaCall, event: MediaEventName, told: Told, act: () => T): T {
  const before = call.state();
  try {
    const result = act();
    call.note(event, told, before);
    return result;
  } catch (error) {
    // What no DOMException is, is a TypeError, whose name the program may have changed.
    const name = tryGet(exceptionName, error) ?? 'TypeError';
    call.note(event, { ...told, error: name }, before);
    throw error;
  }
}

const TYPE = /^(?:video|audio)\/webm\s*;\s*codecs=(?:"([^"]*)"|([\w.]+))$/;
const CODEC = /^\s*([\w.]+)\s*(?:,|$)/;

/** `video/webm; codecs="vp9,opus"`, of supported codecs alone. */
export function isSupported(type: string, codecs: readonly string[]): boolean {
  const match = regExpExec(TYPE, type);
  if (match === null) return false;
  let rest = match[1] ?? match[2] ?? '';
  if (rest === '') return false;
  while (rest !== '') {
    const next = regExpExec(CODEC, rest);
    if (next === null) return false;
    let isKnown = false;
    for (let i = 0; i < codecs.length; i++) isKnown ||= codecs[i] === next[1];
    if (!isKnown) return false;
    rest = stringSlice(rest, next[0].length);
  }
  return true;
}

/** Ranges with one more, which begins where they end or behind it. */
function joined(ranges: readonly Range[], range: Range): readonly Range[] {
  const all: Range[] = [];
  for (let i = 0; i < ranges.length; i++) push(all, ranges[i] as Range);
  const last = all.length > 0 ? all[all.length - 1] : undefined;
  if (last?.end === range.start) all[all.length - 1] = { start: last.start, end: range.end };
  else push(all, range);
  return all;
}

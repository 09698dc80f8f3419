/**
 * MediaSource and SourceBuffer as a probe gives them: the states, the order of events and the errors of the real ones
 * (e2e/mse.spec.ts compares), over bytes of no format. One SourceBuffer, WebM, no dependent frames: what is removed is
 * what was asked for.
 * @see https://w3c.github.io/media-source/
 */
import type { MediaBehaviour, MediaEventName, MediaNote } from '../core/exercise/media';
import { nameOfError } from './objects';
import {
  construct,
  NativeTypeError,
  push,
  regExpExec,
  stringSlice,
  toNumber,
  toText,
} from './primordials';
import { bytesIn, isPart } from './probe-lab';
import { ProbeTarget, type MediaWorld } from './probe-media-target';

const NativeDOMException = globalThis.DOMException;

function exception(name: string, message: string): Error {
  return construct(NativeDOMException, [message, name]);
}

/** What the objects of one call share. */
export interface MediaCall extends MediaWorld {
  readonly behaviour: MediaBehaviour;
  note(event: MediaEventName, more?: Partial<MediaNote>): void;
  /** Of the MediaSource and its SourceBuffer, now. */
  state(): Pick<MediaNote, 'readyState' | 'updating'>;
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

export class ProbeMediaSource extends ProbeTarget {
  readonly #call: MediaCall;
  #readyState: MediaNote['readyState'] = 'closed';
  #duration = NaN;
  #buffer: ProbeSourceBuffer | null = null;
  onsourceopen: unknown = null;
  onsourceended: unknown = null;
  onsourceclose: unknown = null;

  constructor(call: MediaCall) {
    super(call);
    this.#call = call;
  }

  get readyState(): MediaNote['readyState'] {
    return this.#readyState;
  }
  get sourceBuffers(): readonly object[] {
    return this.#buffer === null ? [] : [this.#buffer];
  }

  get duration(): number {
    return this.#readyState === 'closed' ? NaN : this.#duration;
  }
  set duration(given: number) {
    const seconds = toNumber(given);
    attempt(this.#call, 'duration', {}, () => {
      if (!(seconds >= 0)) throw new NativeTypeError('duration is a number of seconds, from 0');
      this.#needsOpen('duration');
      this.#needsIdle('duration');
      this.#duration = seconds;
    });
  }

  addSourceBuffer(type: unknown): ProbeSourceBuffer {
    const text = toText(type);
    return attempt(this.#call, 'addSourceBuffer', { text }, () => {
      if (text === '') throw new NativeTypeError('addSourceBuffer: the type is empty');
      if (!isSupported(text, this.#call.behaviour.codecs))
        throw exception('NotSupportedError', `The type provided ('${text}') is not supported.`);
      if (this.#buffer !== null)
        throw exception('QuotaExceededError', 'There is a SourceBuffer already.');
      this.#needsOpen('addSourceBuffer');
      return (this.#buffer = new ProbeSourceBuffer(this.#call, this));
    });
  }

  endOfStream(reason?: unknown): void {
    attempt(this.#call, 'endOfStream', {}, () => {
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

  /** @internal */
  get isUpdating(): boolean {
    return this.#buffer !== null && this.#buffer.updating;
  }

  /** @internal It is attached to an element. */
  open(): void {
    this.#readyState = 'open';
    this.#heard('sourceopen');
  }

  /** @internal Bytes come behind the end: ended → open. */
  reopen(): void {
    if (this.#readyState !== 'ended') return;
    this.#readyState = 'open';
    this.#call.task(() => this.#heard('sourceopen'));
  }

  /** @internal */
  understood(): void {
    if (this.#duration !== this.#duration) this.#duration = MEDIA_SECONDS;
    this.#call.loaded();
  }

  /** @internal The end of a stream that cannot be decoded. */
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
    this.fire(event);
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

export class ProbeSourceBuffer extends ProbeTarget {
  readonly #call: MediaCall;
  readonly #source: ProbeMediaSource;
  #isUpdating = false;
  #isRemoved = false;
  /** What an append or a removal that was aborted would still have done. */
  #turn = 0;
  #taken = 0;
  /** In bytes of the file. */
  #ranges: readonly Range[] = [];
  #mode = 'segments';
  #timestampOffset = 0;
  onupdatestart: unknown = null;
  onupdate: unknown = null;
  onupdateend: unknown = null;
  onerror: unknown = null;
  onabort: unknown = null;

  constructor(call: MediaCall, source: ProbeMediaSource) {
    super(call);
    this.#call = call;
    this.#source = source;
  }

  get updating(): boolean {
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
  set mode(mode: string) {
    this.#needsIdle('mode');
    if (mode === 'segments' || mode === 'sequence') this.#mode = mode;
  }
  get timestampOffset(): number {
    return this.#timestampOffset;
  }
  set timestampOffset(seconds: number) {
    this.#needsIdle('timestampOffset');
    this.#timestampOffset = toNumber(seconds);
  }

  appendBuffer(data: unknown): void {
    const bytes = bytesIn(data);
    const { behaviour } = this.#call;
    const byteLength = bytes === null ? 0 : bytes.length;
    const offset = this.#taken;
    const same = bytes !== null && isPart(behaviour.file, offset, bytes);
    attempt(this.#call, 'appendBuffer', { byteLength, offset, same }, () => {
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
    attempt(this.#call, 'remove', {}, () => {
      this.#needsIdle('remove');
      const { duration } = this.#source;
      if (!(from >= 0 && from <= duration && to > from))
        throw new NativeTypeError('remove takes a start within the duration, and an end behind it');
      this.#source.reopen();
      this.#begin(() => this.#cut(this.#bytes(from), this.#bytes(to)), 0);
    });
  }

  abort(): void {
    attempt(this.#call, 'abort()', {}, () => {
      if (this.#isRemoved) throw this.#removedError('abort');
      if (this.#source.readyState !== 'open')
        throw exception('InvalidStateError', "abort: the readyState is not 'open'.");
      this.#stop();
    });
  }

  /** @internal */
  get endSeconds(): number {
    const { length } = this.#ranges;
    return length === 0 ? 0 : this.#seconds((this.#ranges[length - 1] as Range).end);
  }

  /** @internal Its source is closed. */
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
    this.fire(event);
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
function attempt<T>(
  call: MediaCall,
  event: MediaEventName,
  more: Partial<MediaNote>,
  act: () => T,
): T {
  const before = call.state();
  try {
    const result = act();
    call.note(event, { ...more, ...before });
    return result;
  } catch (error) {
    call.note(event, { ...more, ...before, error: nameOfError(error as Error) });
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

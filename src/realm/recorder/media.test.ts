/** Media as the recorder follows it. Node has none, so there are classes of our own, which keep what they are in slots. */
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { PlaybackStep } from '../../core/trace/playback-steps';
import { appendedBytes, playbackSteps } from '../../core/trace/playback-steps';
import { MAX_APPENDED_BYTES, MAX_TIME_RANGES } from '../../core/trace/playback-facts';
import type { Trace } from '../../core/trace/trace';
import { NO_COUNTS, TraceAssembler } from '../../core/trace/trace-chunk';
import type { Recorder as RecorderClass } from './recorder';

class Ranges {
  readonly #ends: readonly number[];
  constructor(...ends: number[]) {
    this.#ends = ends;
  }
  get length() {
    return this.#ends.length / 2;
  }
  start(i: number) {
    return this.#ends[2 * i];
  }
  end(i: number) {
    return this.#ends[2 * i + 1];
  }
}

class Buffer extends EventTarget {
  #updating = false;
  #mode = 'segments';
  #timestampOffset = 0;
  #ranges: Ranges = new Ranges();
  get updating() {
    return this.#updating;
  }
  get buffered() {
    return this.#ranges;
  }
  get mode() {
    return this.#mode;
  }
  set mode(mode: string) {
    this.#mode = mode;
  }
  get timestampOffset() {
    return this.#timestampOffset;
  }
  set timestampOffset(seconds: number) {
    if (this.#updating) throw new DOMException('still busy', 'InvalidStateError');
    this.#timestampOffset = seconds;
  }
  appendBuffer(data: ArrayBuffer | ArrayBufferView) {
    if (this.#updating) throw new DOMException('still busy', 'InvalidStateError');
    if (typeof data !== 'object') throw new TypeError('no bytes');
    this.#updating = true;
  }
  remove() {
    this.#updating = true;
  }
  abort() {
    this.#updating = false;
  }
  changeType() {}
  /** What an engine does in tasks of its own. */
  finish(...ends: number[]) {
    this.dispatchEvent(new Event('updatestart'));
    this.#ranges = new Ranges(...ends);
    this.#updating = false;
    this.dispatchEvent(new Event('update'));
    this.dispatchEvent(new Event('updateend'));
  }
  fail() {
    this.dispatchEvent(new Event('updatestart'));
    this.#updating = false;
    this.dispatchEvent(new Event('error'));
    this.dispatchEvent(new Event('updateend'));
  }
}

class List {
  get length() {
    return Object.keys(this).length;
  }
}

class Source extends EventTarget {
  #readyState = 'closed';
  #duration = NaN;
  readonly #buffers = new List();
  get readyState() {
    return this.#readyState;
  }
  get duration() {
    return this.#duration;
  }
  set duration(seconds: number) {
    this.#duration = seconds;
  }
  get sourceBuffers() {
    return this.#buffers;
  }
  addSourceBuffer(type: string) {
    if (type === 'text/plain') throw new DOMException('no such type', 'NotSupportedError');
    const made = new Buffer();
    Object.defineProperty(this.#buffers, this.#buffers.length, { value: made, enumerable: true });
    return made;
  }
  removeSourceBuffer() {}
  endOfStream() {
    this.#readyState = 'ended';
  }
  open() {
    this.#readyState = 'open';
    this.dispatchEvent(new Event('sourceopen'));
  }
}

class Managed extends Source {}

class Failure {
  get code() {
    return 3;
  }
  get message() {
    return 'cannot be decoded';
  }
}

class Media extends EventTarget {
  #src = '';
  #error: Failure | null = null;
  #currentTime = 0;
  ranges: Ranges = new Ranges();
  get src() {
    return this.#src;
  }
  set src(url: string) {
    this.#src = url;
  }
  get currentSrc() {
    return this.#src;
  }
  get srcObject() {
    return null;
  }
  set srcObject(_source: object | null) {}
  get currentTime() {
    return this.#currentTime;
  }
  set currentTime(seconds: number) {
    this.#currentTime = seconds;
  }
  get readyState() {
    return 2;
  }
  get paused() {
    return true;
  }
  get ended() {
    return false;
  }
  get buffered() {
    return this.ranges;
  }
  get error() {
    return this.#error;
  }
  play() {
    return Promise.resolve();
  }
  pause() {}
  load() {}
  break() {
    this.#error = new Failure();
    this.dispatchEvent(new Event('error'));
  }
}

const CLASSES = [
  ['MediaSource', Source],
  ['ManagedMediaSource', Managed],
  ['SourceBuffer', Buffer],
  ['SourceBufferList', List],
  ['HTMLMediaElement', Media],
  ['MediaError', Failure],
  ['TimeRanges', Ranges],
] as const;

let Recorder: typeof RecorderClass;
let recorder: RecorderClass;
let assembler: TraceAssembler;
let line = 0;

/** The natives, as they were before they were watched. */
const natives = CLASSES.map(([, { prototype }]) => Object.getOwnPropertyDescriptors(prototype));

beforeAll(async () => {
  for (const [name, value] of CLASSES) vi.stubGlobal(name, value);
  ({ Recorder } = await import('./recorder'));
});

beforeEach(async () => {
  const [{ watchMedia }, { watchUrls }, { NativeWatch }] = await Promise.all([
    import('./native-media'),
    import('./native-hosts'),
    import('./native-watch'),
  ]);
  vi.stubGlobal('URL', class extends URL {});
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:null/1');
  for (const [name, value] of CLASSES) vi.stubGlobal(name, value);
  recorder = new Recorder();
  recorder.lineNow = () => line;
  assembler = new TraceAssembler([{ line: 0, column: 0, text: '' }]);
  recorder.begin({
    maxSteps: 250_000,
    recordFrom: 0,
    send: (chunk) => assembler.add(chunk),
    onFull: () => undefined,
    onTask: () => undefined,
  } as Parameters<RecorderClass['begin']>[0]);
  const watch = new NativeWatch(recorder);
  watchMedia(watch);
  watchUrls(watch);
});

afterEach(() => {
  vi.restoreAllMocks();
  CLASSES.forEach(([, { prototype }], i) => Object.defineProperties(prototype, natives[i] ?? {}));
});

function trace(): Trace {
  recorder.log.ship();
  return assembler.trace(null, NO_COUNTS);
}
const steps = (): readonly PlaybackStep[] => playbackSteps(trace());
/** `7 call source-buffer 1 appendBuffer` */
const told = ({ line: at, fact, operation }: PlaybackStep) =>
  `${at ?? '·'} ${fact.phase} ${fact.target} ${fact.id} ${operation}`;

/** On a line of the program. */
function at<T>(number: number, action: () => T): T {
  line = number;
  const result = action();
  line = 0;
  return result;
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Told by the recorder, or not at all.
  }
}

function playing() {
  const source = at(
    1,
    () => new (globalThis as unknown as { MediaSource: typeof Source }).MediaSource(),
  );
  const media = new Media();
  at(2, () => (media.src = URL.createObjectURL(source as never)));
  source.open();
  const buffer = at(3, () => source.addSourceBuffer('video/webm; codecs="vp8"'));
  return { source, media, buffer };
}

test('an append and what the browser tells of it are steps, each with how things stood right then', () => {
  const { source, buffer } = playing();
  const bytes = Uint8Array.of(9, 1, 2, 3);
  at(4, () => buffer.appendBuffer(bytes.subarray(1)));
  bytes.fill(0);
  buffer.finish(0, 1.5);
  at(5, () => (source.duration = Infinity));
  const all = steps();
  expect(all.map(told)).toEqual([
    '1 call media-source 1 new MediaSource',
    '2 call element 1 src',
    '· event media-source 1 sourceopen',
    '3 call media-source 1 addSourceBuffer',
    '4 call source-buffer 1 appendBuffer',
    '· event source-buffer 1 updatestart',
    '· event source-buffer 1 update',
    '· event source-buffer 1 updateend',
    '5 call media-source 1 duration',
  ]);
  const append = { number: 1, byteLength: 3, bufferId: 0, byteOffset: 1 };
  expect(all.slice(4, 8).map(({ fact }) => fact.append)).toEqual([append, append, append, append]);
  expect(all.slice(4, 8).map(({ fact }) => fact.state.source?.buffers[0])).toEqual(
    [true, true, false, false].map((updating, i) => ({
      id: 1,
      type: 'video/webm; codecs="vp8"',
      updating,
      mode: 'segments',
      timestampOffset: 0,
      buffered: i < 2 ? [] : [{ start: 0, end: 1.5 }],
    })),
  );
  expect(all[7]?.fact.state.element?.id).toBe(1);
  expect(all[0]?.fact.state).toMatchObject({ element: null, source: { duration: NaN } });
  expect(all[8]?.fact.state.source).toMatchObject({ readyState: 'open', duration: Infinity });
  // What was appended, and not what has become of the program's array since.
  expect([...(appendedBytes(trace(), all[4]?.step ?? 0) ?? [])]).toEqual([1, 2, 3]);
  expect(appendedBytes(trace(), all[5]?.step ?? 0)).toBeNull();
});

test('a call that throws is a step that says what it threw, and an append that throws has a number', () => {
  const { source, buffer } = playing();
  at(4, () => buffer.appendBuffer(new ArrayBuffer(8)));
  expect(() => at(5, () => buffer.appendBuffer(Uint8Array.of(1)))).toThrow('still busy');
  expect(() => at(6, () => (buffer.timestampOffset = 3))).toThrow('still busy');
  expect(() => at(7, () => source.addSourceBuffer('text/plain'))).toThrow('no such type');
  expect(() => at(8, () => buffer.appendBuffer(5 as never))).toThrow();
  buffer.fail();
  const all = steps().slice(4);
  expect(all.map(told)).toEqual([
    '4 call source-buffer 1 appendBuffer',
    '5 threw source-buffer 1 appendBuffer',
    '6 threw source-buffer 1 timestampOffset',
    '7 threw media-source 1 addSourceBuffer',
    '8 threw source-buffer 1 appendBuffer',
    '· event source-buffer 1 updatestart',
    '· event source-buffer 1 error',
    '· event source-buffer 1 updateend',
  ]);
  const busy = { name: 'InvalidStateError', message: 'still busy', code: null };
  expect(all.map(({ fact }) => fact.error)).toEqual([
    null,
    busy,
    busy,
    { name: 'NotSupportedError', message: 'no such type', code: null },
    { name: 'InvalidStateError', message: 'still busy', code: null },
    null,
    null,
    null,
  ]);
  expect(all.map(({ fact }) => fact.append?.number)).toEqual([
    1,
    2,
    undefined,
    undefined,
    undefined,
    1,
    1,
    1,
  ]);
  expect(appendedBytes(trace(), all[1]?.step ?? 0)).toBeNull();
});

test('bytes that have gone elsewhere are appended as the browser does: nothing', () => {
  const { buffer } = playing();
  const bytes = Uint8Array.of(1, 2, 3);
  structuredClone(bytes, { transfer: [bytes.buffer] });
  at(4, () => buffer.appendBuffer(bytes));
  expect(steps().at(-1)?.fact.append).toMatchObject({ number: 1, byteLength: 0 });
});

test('what follows on remove is about no append', () => {
  const { buffer } = playing();
  at(4, () => buffer.appendBuffer(Uint8Array.of(1)));
  buffer.finish(0, 4);
  at(5, () => buffer.remove());
  buffer.finish(2, 4);
  expect(steps().map(({ operation, fact }) => `${operation} ${fact.append?.number}`)).toEqual([
    ...['new MediaSource', 'src', 'sourceopen', 'addSourceBuffer'].map(
      (name) => `${name} undefined`,
    ),
    ...['appendBuffer', 'updatestart', 'update', 'updateend'].map((name) => `${name} 1`),
    ...['remove', 'updatestart', 'update', 'updateend'].map((name) => `${name} undefined`),
  ]);
});

test('a ManagedMediaSource says when it wants bytes', () => {
  const source = at(
    1,
    () =>
      new (globalThis as unknown as { ManagedMediaSource: typeof Managed }).ManagedMediaSource(),
  );
  source.dispatchEvent(new Event('startstreaming'));
  source.dispatchEvent(new Event('endstreaming'));
  expect(steps().map(told)).toEqual([
    '1 call media-source 1 new ManagedMediaSource',
    '· event media-source 1 startstreaming',
    '· event media-source 1 endstreaming',
  ]);
});

test('an element’s own error comes with its event', () => {
  const { media } = playing();
  media.break();
  expect(steps().at(-1)).toMatchObject({
    operation: 'error',
    fact: { error: { name: 'MediaError', message: 'cannot be decoded', code: 3 } },
  });
});

test('the recorder hears an event before the program, however the program listens', () => {
  const { media, buffer } = playing();
  const seen: number[] = [];
  const listener = (event: Event) => {
    event.stopImmediatePropagation();
    seen.push(steps().length);
  };
  for (const target of [media, buffer]) target.addEventListener('error', listener, true);
  const before = steps().length;
  media.break();
  buffer.fail();
  // updatestart comes before the second error.
  expect(seen).toEqual([before + 1, before + 3]);
});

test('what a program puts in the place of a class is not asked', () => {
  const { source, media, buffer } = playing();
  const lie = () => {
    throw new Error('the learner’s own');
  };
  const restore = (
    [
      [Source.prototype, 'readyState'],
      [Source.prototype, 'sourceBuffers'],
      [Buffer.prototype, 'updating'],
      [Buffer.prototype, 'buffered'],
      [Media.prototype, 'currentTime'],
      [Ranges.prototype, 'length'],
      [Event.prototype, 'target'],
      [EventTarget.prototype, 'addEventListener'],
      [Array.prototype, 'push'],
      [Object.prototype, 'capture'],
    ] as const
  ).map(([owner, key]) => {
    const before = Object.getOwnPropertyDescriptor(owner, key);
    const lying = { configurable: true, get: lie, ...(before?.set ? { set: before.set } : {}) };
    Object.defineProperty(owner, key, lying);
    return () => {
      if (before) Object.defineProperty(owner, key, before);
      else Reflect.deleteProperty(owner, key);
    };
  });
  try {
    const second = at(4, () => source.addSourceBuffer('audio/webm'));
    at(5, () => (media.currentTime = 2));
    at(6, () => second.appendBuffer(Uint8Array.of(1)));
    const append = buffer.appendBuffer.bind(new Proxy(second, {}));
    at(7, () => quietly(() => append(Uint8Array.of(1))));
  } finally {
    for (const put of restore) put();
  }
  const [added, seek, append, ...more] = steps().slice(4);
  expect(more).toEqual([]);
  expect(added?.fact.state.source).toMatchObject({
    readyState: 'open',
    buffers: [{ id: 1 }, { id: 2 }],
  });
  expect(seek?.fact.state.element?.currentTime).toBe(2);
  expect(append?.fact).toMatchObject({ id: 2, append: { number: 1 } });
});

test('there is an end to what is kept: ranges, the passing of time, appended bytes', () => {
  const { media, buffer } = playing();
  media.ranges = new Ranges(...Array.from({ length: 400 }, (_, i) => i));
  for (let i = 0; i < 600; i++) media.dispatchEvent(new Event('timeupdate'));
  const times = steps().filter(({ operation }) => operation === 'timeupdate');
  expect(times).toHaveLength(500);
  expect(times[0]?.fact.state.element?.buffered).toHaveLength(MAX_TIME_RANGES);

  const chunk = new Uint8Array(1024 * 1024);
  const count = MAX_APPENDED_BYTES / chunk.length + 1;
  for (let i = 0; i < count; i++) {
    buffer.appendBuffer(chunk);
    buffer.finish();
  }
  const appends = steps().filter(({ operation }) => operation === 'appendBuffer');
  const kept = appends.map(({ step }) => appendedBytes(trace(), step)?.length);
  expect(kept).toEqual([...Array<number>(count - 1).fill(chunk.length), undefined]);
});

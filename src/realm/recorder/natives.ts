/**
 * Natives that make views, read bytes or write them, watched. Each runs unchanged; what it did is logged after, as one
 * ranged step, and what it will only read is logged before, since callbacks of the learner's may run inside it. What
 * only a promise gives (`await blob.arrayBuffer()`) is registered by the rewritten code when it gets a name.
 */

import { KIND, NO_VIEW } from '../../core/trace/rows';
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import {
  getPrototypeOf,
  max,
  min,
  prototypeOf,
  TypedArrayPrototype,
  typedArrayLength,
} from '../primordials';
import { isProxy } from '../proxies';
import { elementsOf, integerOf, isObject, lengthOf, relative, writtenOf } from './native-arguments';
import { watchAtomics } from './native-atomics';
import { watchBlobs } from './native-blobs';
import { watchMessages, watchPictures, watchStreams, watchUrls } from './native-hosts';
import { watchMedia } from './native-media';
import { argument, NativeWatch, type After, type Before } from './native-watch';
import type { Recorder } from './recorder';

export function watchNatives(recorder: Recorder): void {
  const watch = new NativeWatch(recorder);
  watchReads(watch);
  watchMakers(watch);
  watchWrites(watch);
  watchAtomics(watch);
  watchBuffers(watch);
  watchText(watch);
  watchBlobs(watch);
  watchPictures(watch);
  watchMessages(watch);
  watchStreams(watch);
  watchUrls(watch);
  watchMedia(watch);
}

/** Methods that read all elements, and give no view. */
const READERS = [
  'entries',
  'every',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'forEach',
  'includes',
  'indexOf',
  'join',
  'lastIndexOf',
  'reduce',
  'reduceRight',
  'some',
  'toLocaleString',
] as const;

function watchReads(watch: NativeWatch): void {
  const { recorder } = watch;
  for (const key of READERS) {
    watch.method(TypedArrayPrototype, key, (self) => recorder.reads(self, key), null);
  }
  const at: After = (self, args) => {
    const length = elementsOf(self);
    const given = integerOf(argument(args, 0));
    const index = given < 0 ? length + given : given;
    if (index >= 0 && index < length) recorder.reads(self, 'at', index, index + 1);
    else if (index !== index) recorder.reads(self, 'at');
  };
  watch.method(TypedArrayPrototype, 'at', null, at);
  for (const key of ['toBase64', 'toHex']) {
    watch.method(Uint8Array.prototype, key, (self) => recorder.reads(self, key), null);
  }
}

/** Methods that give a view: of the same memory, or of memory of its own. */
function watchMakers(watch: NativeWatch): void {
  const { recorder } = watch;
  const made: After = (_self, _args, result) => {
    if (isObject(result)) recorder.sawNative(result, true, true);
  };
  for (const key of ['map', 'filter', 'with', 'toSorted', 'toReversed']) {
    watch.method(TypedArrayPrototype, key, (self) => recorder.reads(self, key), made);
  }
  watch.method(TypedArrayPrototype, 'slice', null, (self, args, result) => {
    const length = elementsOf(self);
    const start = relative(argument(args, 0), length, 0);
    const end = relative(argument(args, 1), length, length);
    if (start !== start || end !== end) recorder.reads(self, 'slice');
    else recorder.reads(self, 'slice', start, max(start, end));
    if (isObject(result)) recorder.sawNative(result, true, true);
  });
  watch.method(TypedArrayPrototype, 'subarray', null, (_self, args, result) => {
    if (isObject(result)) recorder.sawNative(result, false, argument(args, 1) !== undefined);
  });
  const constructor = getPrototypeOf(Uint8Array) as object;
  const from: Before = (_self, args) => recorder.reads(argument(args, 0), 'from');
  watch.method(constructor, 'from', from, made);
  watch.method(constructor, 'of', null, made);
  watch.method(Array, 'from', from, null);
  watch.method(Uint8Array, 'fromBase64', null, made);
  watch.method(Uint8Array, 'fromHex', null, made);
  watch.method(prototypeOf('TextEncoder'), 'encode', null, made);
}

/** Natives that fill as much of a view as they have: its owner, the method, and which argument it is. */
const FILLERS = [
  ['AudioBuffer', 'copyFromChannel', 0],
  ['AnalyserNode', 'getByteFrequencyData', 0],
  ['AnalyserNode', 'getByteTimeDomainData', 0],
  ['AnalyserNode', 'getFloatFrequencyData', 0],
  ['AnalyserNode', 'getFloatTimeDomainData', 0],
  ['WebGLRenderingContext', 'readPixels', 6],
  ['WebGL2RenderingContext', 'readPixels', 6],
] as const;

function watchWrites(watch: NativeWatch): void {
  const { recorder } = watch;
  const writer = (owner: object | undefined, key: string, after: After): void => {
    const expect: Before = (self) => recorder.expect(self);
    watch.method(owner, key, expect, after, (self) => wroteWhatDiffers(recorder, self, key));
  };
  writer(TypedArrayPrototype, 'set', (self, args) => {
    const source = argument(args, 0);
    const start = integerOf(argument(args, 1));
    const end = start + lengthOf(source);
    if (end !== end) wroteWhatDiffers(recorder, self, 'set');
    else recorder.wrote(self, 'set', start, end, isObject(source) ? source : null);
  });
  writer(TypedArrayPrototype, 'fill', (self, args) => {
    const length = elementsOf(self);
    const start = relative(argument(args, 1), length, 0);
    const end = relative(argument(args, 2), length, length);
    if (start !== start || end !== end) wroteWhatDiffers(recorder, self, 'fill');
    else recorder.wrote(self, 'fill', start, end);
  });
  writer(TypedArrayPrototype, 'copyWithin', (self, args) => {
    const length = elementsOf(self);
    const to = relative(argument(args, 0), length, 0);
    const from = relative(argument(args, 1), length, 0);
    const count = min(relative(argument(args, 2), length, length) - from, length - to);
    if (count !== count) wroteWhatDiffers(recorder, self, 'copyWithin');
    else if (isObject(self)) recorder.wrote(self, 'copyWithin', to, to + count, self, from);
  });
  for (const key of ['sort', 'reverse']) {
    writer(TypedArrayPrototype, key, (self) => recorder.wrote(self, key, 0, Infinity));
  }
  for (const key of ['setFromBase64', 'setFromHex']) {
    writer(Uint8Array.prototype, key, (self, _args, result) => {
      recorder.wrote(self, key, 0, writtenOf(result));
    });
  }
  for (const [owner, key, index] of FILLERS) {
    const expect: Before = (_self, args) => recorder.expect(argument(args, index));
    watch.method(prototypeOf(owner), key, expect, (_self, args) => {
      wroteWhatDiffers(recorder, argument(args, index), key);
    });
  }
  const expectFirst: Before = (_self, args) => recorder.expect(argument(args, 0));
  watch.method(prototypeOf('Crypto'), 'getRandomValues', expectFirst, (_self, args) => {
    recorder.wrote(argument(args, 0), 'crypto.getRandomValues', 0, Infinity);
  });
  watch.method(
    prototypeOf('TextEncoder'),
    'encodeInto',
    (_self, args) => recorder.expect(argument(args, 1)),
    (_self, args, result) => {
      recorder.wrote(argument(args, 1), 'TextEncoder.encodeInto', 0, writtenOf(result));
    },
  );
}

/** A native wrote through this view, nobody knows where: the step is what it changed, from the first byte to the last. */
function wroteWhatDiffers(recorder: Recorder, view: unknown, operation: string): void {
  const slots = isObject(view) && !isProxy(view) ? viewSlots(view) : null;
  if (!recorder.isFull || slots === null || !isObject(view)) return;
  const { log, registry } = recorder;
  const record = registry.recordOf(slots.buffer);
  const shadow = record?.shadow ?? null;
  if (record === null || shadow === null) return;
  log.sync();
  const from = shadow.nextDifference(slots.byteOffset);
  const to = from < 0 ? from : shadow.endOfDifferences(from, slots.byteOffset + slots.byteLength);
  if (to <= from) return;
  registry.markWritten(record, from, to);
  const id = registry.viewRecord(view)?.id ?? NO_VIEW;
  log.range(KIND.copy, record, id, recorder.takeSite(), from, to, { operation, source: null });
}

function watchBuffers(watch: NativeWatch): void {
  const { recorder } = watch;
  const slice: After = (self, args, result) => {
    if (!isObject(self) || !isObject(result)) return;
    const length = bufferSlots(self as ArrayBufferLike).byteLength;
    const start = relative(argument(args, 0), length, 0);
    const end = relative(argument(args, 1), length, length);
    const isKnown = start === start && end === end;
    copied(recorder, self, isKnown ? start : 0, result);
    recorder.readBuffer(self, 'slice', isKnown ? start : 0, isKnown ? end : undefined);
  };
  watch.method(ArrayBuffer.prototype, 'slice', null, slice);
  watch.method(prototypeOf('SharedArrayBuffer'), 'slice', null, slice);
  for (const key of ['transfer', 'transferToFixedLength']) {
    watch.method(ArrayBuffer.prototype, key, null, (self, _args, result) => {
      if (isObject(self) && isObject(result)) copied(recorder, self, 0, result);
      recorder.findDetached(key);
    });
  }
  const resized: After = (self) => {
    if (isObject(self)) recorder.resized(self);
  };
  watch.method(ArrayBuffer.prototype, 'resize', null, resized);
  watch.method(prototypeOf('SharedArrayBuffer'), 'grow', null, resized);
  const memory = (globalThis as { WebAssembly?: { Memory?: { prototype: object } } }).WebAssembly
    ?.Memory;
  watch.method(memory?.prototype, 'grow', null, () =>
    recorder.findDetached('WebAssembly.Memory.grow'),
  );
}

/** `to` holds a copy of what `from` held from byte `start` on: what was written there is written here. */
function copied(recorder: Recorder, from: object, start: number, to: object): void {
  if (!isBuffer(to)) return;
  const { registry } = recorder;
  const source = registry.recordOf(from as ArrayBufferLike);
  recorder.sawNative(to, false, true);
  const target = registry.recordOf(to);
  if (source === null || target === null) return;
  const { written } = source;
  const length = typedArrayLength(written);
  for (let i = start; i < length; i++) {
    if (written[i] === 1) registry.markWritten(target, i - start, i - start + 1);
  }
}

/** Natives that read all bytes of arguments, by their places. */
const READS_OF_ARGUMENTS = [
  ['TextDecoder', 'decode', 'TextDecoder.decode', 0, 0],
  ['SubtleCrypto', 'digest', 'crypto.subtle.digest', 1, 1],
  ['SubtleCrypto', 'encrypt', 'crypto.subtle.encrypt', 2, 2],
  ['SubtleCrypto', 'decrypt', 'crypto.subtle.decrypt', 2, 2],
  ['SubtleCrypto', 'sign', 'crypto.subtle.sign', 2, 2],
  ['SubtleCrypto', 'verify', 'crypto.subtle.verify', 2, 3],
  ['SubtleCrypto', 'importKey', 'crypto.subtle.importKey', 1, 1],
] as const;

function watchText(watch: NativeWatch): void {
  const { recorder } = watch;
  for (const [owner, key, operation, first, last] of READS_OF_ARGUMENTS) {
    const before: Before = (_self, args) => {
      for (let i = first; i <= last; i++) recorder.readsAny(argument(args, i), operation, true);
    };
    watch.method(prototypeOf(owner), key, before, null);
  }
}

/**
 * Natives that make views, read bytes or write them, watched. Each runs unchanged; what it did is logged after, as one
 * ranged step, and what it will only read is logged before, since callbacks of the learner's may run inside it. What
 * only a promise gives (`await blob.arrayBuffer()`) is registered by the rewritten code when it gets a name.
 */

import { viewSlots } from '../buffers';
import { watchConstructor, watchMethod, type After, type Before } from '../disguise';
import {
  blobSize,
  getOwnPropertyDescriptor,
  isArray,
  max,
  min,
  prototypeOf,
  TypedArrayPrototype,
  typedArrayLength,
  tryGet,
} from '../primordials';
import type { Recorder } from './recorder';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export function watchNatives(recorder: Recorder): void {
  watchReads(recorder);
  watchMakers(recorder);
  watchWrites(recorder);
  watchAtomics(recorder);
  watchBuffers(recorder);
  watchText(recorder);
  watchBlobs(recorder);
  watchPictures(recorder);
  watchMessages(recorder);
  watchMedia(recorder);
}

/** Methods that read all elements, and give no view. */
const READERS = [
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

function watchReads(recorder: Recorder): void {
  for (const key of READERS) {
    watchMethod(TypedArrayPrototype, key, (self) => recorder.reads(self, key), null);
  }
  const at: After = (self, args) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    const index = relative(args[0], length, 0, true);
    if (index >= 0 && index < length) recorder.reads(self, 'at', index, index + 1);
  };
  watchMethod(TypedArrayPrototype, 'at', null, at);
  for (const key of ['toBase64', 'toHex']) {
    watchMethod(Uint8Array.prototype, key, (self) => recorder.reads(self, key), null);
  }
}

/** Methods that give a view: of the same memory, or of memory of its own. */
function watchMakers(recorder: Recorder): void {
  for (const key of ['map', 'filter', 'with', 'toSorted', 'toReversed']) {
    watchMethod(TypedArrayPrototype, key, (self) => recorder.reads(self, key), made(recorder));
  }
  watchMethod(TypedArrayPrototype, 'slice', null, (self, args, result) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    const start = relative(args[0], length, 0);
    const end = relative(args[1], length, length);
    recorder.reads(self, 'slice', start, max(start, end));
    if (isObject(result)) recorder.sawNative(result, true, true);
  });
  watchMethod(TypedArrayPrototype, 'subarray', null, (_self, args, result) => {
    if (isObject(result)) recorder.sawNative(result, false, args[1] !== undefined);
    recorder.takeSite();
  });
  const constructor = Object.getPrototypeOf(Uint8Array) as object;
  const from: Before = (_self, args) => recorder.reads(args[0], 'from');
  watchMethod(constructor, 'from', from, made(recorder));
  watchMethod(constructor, 'of', null, made(recorder));
  watchMethod(Array, 'from', from, null);
  watchMethod(Uint8Array, 'fromBase64', null, made(recorder));
  watchMethod(Uint8Array, 'fromHex', null, made(recorder));
}

/** What a native gave is a view with content of its own. */
function made(recorder: Recorder): After {
  return (_self, _args, result) => {
    if (isObject(result)) recorder.sawNative(result, true, true);
    recorder.takeSite();
  };
}

function watchWrites(recorder: Recorder): void {
  const expect: Before = (self) => recorder.expect(self);
  watchMethod(TypedArrayPrototype, 'set', expect, (self, args) => {
    const source = args[0];
    const start = typeof args[1] === 'number' ? args[1] : 0;
    recorder.wrote(self, 'set', start, start + lengthOf(source), isObject(source) ? source : null);
  });
  watchMethod(TypedArrayPrototype, 'fill', expect, (self, args) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    recorder.wrote(self, 'fill', relative(args[1], length, 0), relative(args[2], length, length));
  });
  watchMethod(TypedArrayPrototype, 'copyWithin', expect, (self, args) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    const to = relative(args[0], length, 0);
    const from = relative(args[1], length, 0);
    const count = min(relative(args[2], length, length) - from, length - to);
    if (isObject(self)) recorder.wrote(self, 'copyWithin', to, to + count, self, from);
  });
  for (const key of ['sort', 'reverse']) {
    watchMethod(TypedArrayPrototype, key, expect, (self) => recorder.wrote(self, key, 0, Infinity));
  }
  const expectFirst: Before = (_self, args) => recorder.expect(args[0]);
  watchMethod(prototypeOf('Crypto'), 'getRandomValues', expectFirst, (_self, args) => {
    recorder.wrote(args[0], 'crypto.getRandomValues', 0, Infinity);
  });
  for (const key of ['setFromBase64', 'setFromHex']) {
    watchMethod(Uint8Array.prototype, key, expect, (self, _args, result) => {
      recorder.wrote(self, key, 0, writtenOf(result));
    });
  }
  watchMethod(
    prototypeOf('TextEncoder'),
    'encodeInto',
    (_self, args) => recorder.expect(args[1]),
    (_self, args, result) => {
      recorder.wrote(args[1], 'TextEncoder.encodeInto', 0, writtenOf(result));
    },
  );
}

function watchAtomics(recorder: Recorder): void {
  const expect: Before = (_self, args) => recorder.expect(args[0]);
  const reads: After = (_self, args) => {
    const index = args[1];
    if (typeof index === 'number') recorder.reads(args[0], 'Atomics.load', index, index + 1);
  };
  watchMethod(Atomics, 'load', expect, reads);
  for (const key of ['store', 'add', 'sub', 'and', 'or', 'xor', 'exchange', 'compareExchange']) {
    watchMethod(Atomics, key, expect, (_self, args) => {
      const index = args[1];
      if (typeof index === 'number') recorder.wrote(args[0], `Atomics.${key}`, index, index + 1);
    });
  }
}

function watchBuffers(recorder: Recorder): void {
  const slice: After = (self, args, result) => {
    if (!isObject(self) || !isObject(result)) return;
    recorder.copiedBuffer(self, args[0], result);
    recorder.readBuffer(self, 'slice', args[0], args[1]);
  };
  watchMethod(ArrayBuffer.prototype, 'slice', null, slice);
  watchMethod(prototypeOf('SharedArrayBuffer'), 'slice', null, slice);
  for (const key of ['transfer', 'transferToFixedLength']) {
    watchMethod(ArrayBuffer.prototype, key, null, (self, _args, result) => {
      if (isObject(self) && isObject(result)) recorder.copiedBuffer(self, 0, result);
      recorder.findDetached(key);
    });
  }
  const resized: After = (self) => {
    if (isObject(self)) recorder.resized(self);
  };
  watchMethod(ArrayBuffer.prototype, 'resize', null, resized);
  watchMethod(prototypeOf('SharedArrayBuffer'), 'grow', null, resized);
  const memory = (globalThis as { WebAssembly?: { Memory?: { prototype: object } } }).WebAssembly
    ?.Memory;
  watchMethod(memory?.prototype, 'grow', null, () =>
    recorder.findDetached('WebAssembly.Memory.grow'),
  );
}

function watchText(recorder: Recorder): void {
  watchMethod(prototypeOf('TextEncoder'), 'encode', null, made(recorder));
  watchMethod(
    prototypeOf('TextDecoder'),
    'decode',
    (_self, args) => recorder.readsAny(args[0], 'TextDecoder.decode'),
    null,
  );
  watchMethod(
    prototypeOf('SubtleCrypto'),
    'digest',
    (_self, args) => recorder.readsAny(args[1], 'crypto.subtle.digest'),
    null,
  );
}

function watchBlobs(recorder: Recorder): void {
  for (const name of ['Blob', 'File']) {
    watchConstructor(name, (args, blob) => {
      const parts = args[0];
      // Any other iterable would have to be iterated again.
      if (isArray(parts)) {
        for (let i = 0; i < parts.length && i < 1000; i++) {
          const part: unknown = getOwnPropertyDescriptor(parts, i)?.value;
          recorder.readsAny(part, `new ${name}`, true);
        }
      }
      recorder.blob('blob', `new ${name}`, tryGet(blobSize, blob) ?? 0);
    });
  }
  const blob = prototypeOf('Blob');
  watchMethod(blob, 'slice', null, (_self, _args, result) => {
    recorder.blob('blob', 'Blob.slice', tryGet(blobSize, result) ?? 0);
  });
  for (const key of ['arrayBuffer', 'bytes', 'text', 'stream']) {
    watchMethod(blob, key, null, (self) => {
      recorder.blob('blobread', `Blob.${key}`, tryGet(blobSize, self) ?? 0);
    });
  }
  for (const key of ['readAsArrayBuffer', 'readAsText', 'readAsDataURL', 'readAsBinaryString']) {
    watchMethod(prototypeOf('FileReader'), key, null, (_self, args) => {
      recorder.blob('blobread', `FileReader.${key}`, tryGet(blobSize, args[0]) ?? 0);
    });
  }
}

function watchPictures(recorder: Recorder): void {
  for (const name of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D']) {
    const owner = prototypeOf(name);
    for (const key of ['getImageData', 'createImageData']) {
      watchMethod(owner, key, null, (_self, _args, result) => {
        const data = imageDataOf(result);
        if (data !== null) recorder.picture(data, key, true);
      });
    }
    watchMethod(owner, 'putImageData', null, (_self, args) => {
      const data = imageDataOf(args[0]);
      if (data !== null) recorder.picture(data, 'putImageData', false);
    });
  }
}

const imageData = getOwnPropertyDescriptor(prototypeOf('ImageData') ?? {}, 'data')?.get as
  (() => object) | undefined;

function imageDataOf(value: unknown): object | null {
  if (imageData === undefined || !isObject(value)) return null;
  return tryGet((self) => Reflect.apply(imageData, self, []), value);
}

/** What is posted or cloned is read; what is transferred is gone. */
function watchMessages(recorder: Recorder): void {
  const posts = (operation: string): [Before, After] => [
    (_self, args) => recorder.readsAny(args[0], operation, true),
    () => recorder.findDetached(operation),
  ];
  const [before] = posts('structuredClone');
  watchMethod(globalThis, 'structuredClone', before, (_self, _args, result) => {
    if (isObject(result)) recorder.sawNative(result, true, true);
    recorder.findDetached('structuredClone');
  });
  for (const name of ['MessagePort', 'Worker', 'Window', 'BroadcastChannel']) {
    watchMethod(prototypeOf(name), 'postMessage', ...posts('postMessage'));
  }
}

function watchMedia(recorder: Recorder): void {
  watchMethod(prototypeOf('SourceBuffer'), 'appendBuffer', null, (_self, args) => {
    recorder.readsAny(args[0], 'appendBuffer', true);
    const slots = isObject(args[0]) ? viewSlots(args[0]) : null;
    recorder.blob('source-buffer', 'appendBuffer', slots?.byteLength ?? 0);
  });
}

/** The length of what `set` copied from: a typed array's, or an own data `length`. */
function lengthOf(source: unknown): number {
  if (typeof source === 'string') return source.length;
  if (!isObject(source)) return 0;
  if (viewSlots(source) !== null) return tryGet(typedArrayLength, source) ?? 0;
  const length: unknown = getOwnPropertyDescriptor(source, 'length')?.value;
  return typeof length === 'number' ? length : 0;
}

/** How much `encodeInto` and its like say they have written. */
function writtenOf(result: unknown): number {
  const written: unknown = isObject(result)
    ? getOwnPropertyDescriptor(result, 'written')?.value
    : 0;
  return typeof written === 'number' ? written : 0;
}

/** A relative index as `fill` and `slice` understand it; what is no number is left at the default. */
function relative(value: unknown, length: number, fallback: number, free = false): number {
  if (typeof value !== 'number') return fallback;
  const index = value - (value % 1) || 0;
  if (free) return index < 0 ? length + index : index;
  return index < 0 ? max(0, length + index) : min(index, length);
}

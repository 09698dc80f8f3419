/**
 * Natives that make views or write into them, watched: each runs first, unchanged, and what it did is noted after.
 * What only a promise gives (`await blob.arrayBuffer()`) is registered by the rewritten code when it gets a name.
 */
import { viewSlots } from '../buffers';
import { watchMethod } from '../disguise';
import {
  getOwnPropertyDescriptor,
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
  const made = (filled: boolean, fixed = true) => {
    return (_self: unknown, _args: readonly unknown[], result: unknown): void => {
      if (isObject(result)) recorder.sawNative(result, filled, fixed);
    };
  };
  for (const key of ['slice', 'map', 'filter', 'with', 'toSorted', 'toReversed']) {
    watchMethod(TypedArrayPrototype, key, made(true));
  }
  watchMethod(TypedArrayPrototype, 'subarray', (_self, args, result) => {
    if (isObject(result)) recorder.sawNative(result, false, args[1] !== undefined);
  });
  const constructor = Object.getPrototypeOf(Uint8Array) as object;
  watchMethod(constructor, 'from', made(true));
  watchMethod(constructor, 'of', made(true));
  watchMethod(Uint8Array, 'fromBase64', made(true));
  watchMethod(Uint8Array, 'fromHex', made(true));
  watchMethod(prototypeOf('TextEncoder'), 'encode', made(true));
  watchMethod(globalThis, 'structuredClone', made(true));
  watchBufferMethods(recorder);
  watchWrites(recorder);
}

/** A buffer made from another takes over what is known of its bytes. */
function watchBufferMethods(recorder: Recorder): void {
  const copied = (self: unknown, args: readonly unknown[], result: unknown): void => {
    if (isObject(self) && isObject(result)) recorder.copiedBuffer(self, args[0], result);
  };
  watchMethod(ArrayBuffer.prototype, 'slice', copied);
  const moved = (self: unknown, _args: readonly unknown[], result: unknown): void => {
    if (isObject(self) && isObject(result)) recorder.copiedBuffer(self, 0, result);
  };
  watchMethod(ArrayBuffer.prototype, 'transfer', moved);
  watchMethod(ArrayBuffer.prototype, 'transferToFixedLength', moved);
}

function watchWrites(recorder: Recorder): void {
  const wrote = (view: unknown, start: number, end: number): void => {
    if (isObject(view)) recorder.wroteElements(view, start, end);
  };
  watchMethod(TypedArrayPrototype, 'set', (self, [source, offset], _result) => {
    const start = typeof offset === 'number' ? offset : 0;
    wrote(self, start, start + lengthOf(source));
  });
  watchMethod(TypedArrayPrototype, 'fill', (self, args) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    wrote(self, relative(args[1], length, 0), relative(args[2], length, length));
  });
  watchMethod(TypedArrayPrototype, 'copyWithin', (self, args) => {
    const length = tryGet(typedArrayLength, self) ?? 0;
    const to = relative(args[0], length, 0);
    const count = relative(args[2], length, length) - relative(args[1], length, 0);
    wrote(self, to, to + min(count, length - to));
  });
  const all = (view: unknown): void => wrote(view, 0, Infinity);
  watchMethod(prototypeOf('Crypto'), 'getRandomValues', (_self, args) => all(args[0]));
  watchMethod(prototypeOf('TextEncoder'), 'encodeInto', (_self, args, result) => {
    const written: unknown = isObject(result)
      ? getOwnPropertyDescriptor(result, 'written')?.value
      : 0;
    wrote(args[1], 0, typeof written === 'number' ? written : 0);
  });
  for (const key of ['setFromBase64', 'setFromHex']) {
    watchMethod(Uint8Array.prototype, key, (self, _args, result) => {
      const written: unknown = isObject(result)
        ? getOwnPropertyDescriptor(result, 'written')?.value
        : 0;
      wrote(self, 0, typeof written === 'number' ? written : 0);
    });
  }
  for (const key of ['store', 'add', 'sub', 'and', 'or', 'xor', 'exchange', 'compareExchange']) {
    watchMethod(Atomics, key, (_self, args) => {
      const index = args[1];
      if (typeof index === 'number') wrote(args[0], index, index + 1);
    });
  }
}

/** The length of what `set` copied from: a typed array's, or an own data `length`. */
function lengthOf(source: unknown): number {
  if (typeof source === 'string') return source.length;
  if (!isObject(source)) return 0;
  if (viewSlots(source) !== null) return tryGet(typedArrayLength, source) ?? 0;
  const length: unknown = getOwnPropertyDescriptor(source, 'length')?.value;
  return typeof length === 'number' ? length : 0;
}

/** A relative index as `fill` and `copyWithin` understand it; what is no number is left at the default. */
function relative(value: unknown, length: number, fallback: number): number {
  if (typeof value !== 'number') return fallback;
  const index = value - (value % 1) || 0;
  return index < 0 ? max(0, length + index) : min(index, length);
}

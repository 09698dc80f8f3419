/**
 * What an event carries, as plain data: what JSON would make of it, with bytes as copies of their own, so that a view of
 * a large buffer sends its own bytes and nothing beside them.
 */
import { NET_LIMITS } from '../../core/protocol/net-limits';
import type { NetData } from '../../core/protocol/net';
import { bufferSlots, isBuffer, viewSlots } from '../buffers';
import {
  apply,
  arrayBufferOf,
  blobSize,
  bytesSlice,
  define,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  NativeError,
  NativeTypeError,
  NativeUint8Array,
  ownKeys,
  push,
  tryGet,
} from '../primordials';

const plainPrototype = Object.prototype;

export interface Packed {
  readonly args: readonly NetData[];
  /** Of buffers, views and Blobs. */
  readonly byteLength: number;
  /** The copies, which nobody else holds. */
  readonly copies: readonly ArrayBuffer[];
  /** The program's own view or buffer, where there is exactly one. */
  readonly source: object | null;
}

interface Packing {
  values: number;
  byteLength: number;
  binaries: number;
  source: object | null;
  readonly copies: ArrayBuffer[];
}

/** Packs arguments. Reads them as JSON.stringify would, so a getter or a toJSON of the program's own is run. */
export function pack(args: readonly unknown[], name: string): Packed {
  if (args.length > NET_LIMITS.args) {
    throw new NativeTypeError(
      `${name}: found ${args.length} arguments, and an event takes ${NET_LIMITS.args} at most. Put them into one object.`,
    );
  }
  const packing: Packing = { values: 0, byteLength: 0, binaries: 0, source: null, copies: [] };
  const packed: NetData[] = [];
  for (let i = 0; i < args.length; i++) push(packed, packOne(args[i], name, packing, 0));
  if (packing.byteLength > NET_LIMITS.messageBytes) {
    throw new NativeError(
      `${name}: found ${packing.byteLength} bytes, and one message takes ${NET_LIMITS.messageBytes} at most. Send slices.`,
    );
  }
  return {
    args: packed,
    byteLength: packing.byteLength,
    copies: packing.copies,
    source: packing.binaries === 1 ? packing.source : null,
  };
}

function packOne(value: unknown, name: string, packing: Packing, depth: number): NetData {
  if (++packing.values > NET_LIMITS.values) {
    throw new NativeTypeError(
      `${name}: found more than ${NET_LIMITS.values} values. Send many numbers as a typed array, which is bytes.`,
    );
  }
  switch (typeof value) {
    case 'string':
      if (value.length > NET_LIMITS.textUnits) {
        throw new NativeTypeError(
          `${name}: found a text of ${value.length} units, and one takes ${NET_LIMITS.textUnits} at most.`,
        );
      }
      return value;
    case 'boolean':
      return value;
    case 'number':
      return value - value === 0 ? value : null;
    case 'bigint':
      throw new NativeTypeError(`${name}: a BigInt cannot be sent. Send it as a string.`);
    case 'object':
      return value === null ? null : packObject(value, name, packing, depth);
    default:
      return undefined;
  }
}

function packObject(value: object, name: string, packing: Packing, depth: number): NetData {
  if (depth >= NET_LIMITS.depth) {
    throw new NativeTypeError(
      `${name}: found data nested deeper than ${NET_LIMITS.depth}, or data that holds itself. Send a flat object.`,
    );
  }
  // Asking what is no buffer for its length costs an exception.
  const isPlain = isArray(value) || getPrototypeOf(value) === plainPrototype;
  const bytes = isPlain ? null : bytesOf(value);
  if (bytes !== null) {
    packing.byteLength += bytes.length;
    packing.binaries++;
    packing.source = value;
    const copy = arrayBufferOf(bytes);
    push(packing.copies, copy);
    return copy;
  }
  const size = isPlain ? null : tryGet(blobSize, value);
  if (size !== null) {
    packing.byteLength += size;
    packing.binaries++;
    return value as Blob;
  }
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') {
    return packOne(apply(toJSON as () => unknown, value, []), name, packing, depth + 1);
  }
  if (isArray(value)) {
    const list: NetData[] = [];
    for (let i = 0; i < value.length; i++) {
      push(list, packOne(value[i], name, packing, depth + 1) ?? null);
    }
    return list;
  }
  const made = {};
  const keys = ownKeys(value);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'string' || getOwnPropertyDescriptor(value, key)?.enumerable !== true) {
      continue;
    }
    if (key.length > NET_LIMITS.textUnits) {
      throw new NativeTypeError(
        `${name}: found a key of ${key.length} units, and one takes ${NET_LIMITS.textUnits} at most.`,
      );
    }
    const item = packOne(value[key as keyof typeof value], name, packing, depth + 1);
    if (item !== undefined) define(made, key, item, true);
  }
  return made;
}

/** A copy of the bytes that a view or a buffer covers; null for what has none. */
function bytesOf(value: object): Uint8Array<ArrayBuffer> | null {
  const view = viewSlots(value);
  const buffer = view === null ? (isBuffer(value) ? value : null) : view.buffer;
  if (buffer === null) return null;
  const byteOffset = view?.byteOffset ?? 0;
  const byteLength = view?.byteLength ?? bufferSlots(buffer).byteLength;
  // A detached buffer takes no view.
  if (byteLength === 0) return new NativeUint8Array(0);
  if (byteLength > NET_LIMITS.messageBytes) {
    throw new NativeError(
      `found ${byteLength} bytes, and one message takes ${NET_LIMITS.messageBytes} at most. Send slices.`,
    );
  }
  return bytesSlice(new NativeUint8Array(buffer, byteOffset, byteLength));
}

/** Calls back for every buffer in what came from the other end. */
export function eachBuffer(data: NetData, found: (buffer: ArrayBuffer) => void): void {
  if (typeof data !== 'object' || data === null) return;
  if (isBuffer(data)) {
    found(data);
    return;
  }
  if (tryGet(blobSize, data) !== null || viewSlots(data) !== null) return;
  const keys = ownKeys(data);
  for (let i = 0; i < keys.length; i++) {
    const value = getOwnPropertyDescriptor(data, keys[i] as string)?.value as NetData;
    eachBuffer(value, found);
  }
}

/** Bytes of the buffers in it. */
export function bytesIn(data: NetData): number {
  let total = 0;
  eachBuffer(data, (buffer) => (total += bufferSlots(buffer).byteLength));
  return total;
}

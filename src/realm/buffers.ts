/** The internal slots of buffers and views, asked through captured getters. */
import { isViewKind, type ViewKind } from '../core/bytes/view-kinds';
import {
  bufferByteLength,
  bufferDetached,
  bufferMaxByteLength,
  bufferResizable,
  dataViewBuffer,
  dataViewByteLength,
  dataViewOffset,
  isView,
  NativeUint8Array,
  sharedByteLength,
  sharedGrowable,
  sharedMaxByteLength,
  tryGet,
  typedArrayBuffer,
  typedArrayByteLength,
  typedArrayOffset,
  typedArrayTag,
} from './primordials';

export interface BufferSlots {
  readonly shared: boolean;
  readonly byteLength: number;
  /** Null for a buffer of fixed length. */
  readonly maxByteLength: number | null;
  readonly detached: boolean;
}

export function isBuffer(value: object): value is ArrayBufferLike {
  if (isView(value)) return false;
  return tryGet(bufferByteLength, value) !== null || tryGet(sharedByteLength, value) !== null;
}

export function bufferSlots(buffer: ArrayBufferLike): BufferSlots {
  const byteLength = tryGet(bufferByteLength, buffer);
  if (byteLength === null) {
    const growable = tryGet(sharedGrowable, buffer) === true;
    return {
      shared: true,
      byteLength: tryGet(sharedByteLength, buffer) ?? 0,
      maxByteLength: growable ? tryGet(sharedMaxByteLength, buffer) : null,
      detached: false,
    };
  }
  const resizable = tryGet(bufferResizable, buffer) === true;
  return {
    shared: false,
    byteLength,
    maxByteLength: resizable ? tryGet(bufferMaxByteLength, buffer) : null,
    detached: tryGet(bufferDetached, buffer) ?? (byteLength === 0 && refusesViews(buffer)),
  };
}

/** Engines without the `detached` getter: a view over a detached buffer cannot be made. */
function refusesViews(buffer: ArrayBufferLike): boolean {
  try {
    new NativeUint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

export interface ViewSlots {
  readonly kind: ViewKind;
  readonly buffer: ArrayBufferLike;
  /** 0 while the view is out of bounds or detached, as `byteLength` is. */
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** A view's slots, or null when the value is no view (or of a kind that the element table does not know). */
export function viewSlots(value: object): ViewSlots | null {
  if (!isView(value)) return null;
  const tag = typedArrayTag(value);
  if (tag === undefined) {
    return {
      kind: 'DataView',
      buffer: dataViewBuffer(value),
      // DataView's getters throw where a typed array's say 0.
      byteOffset: tryGet(dataViewOffset, value) ?? 0,
      byteLength: tryGet(dataViewByteLength, value) ?? 0,
    };
  }
  if (!isViewKind(tag)) return null;
  return {
    kind: tag,
    buffer: typedArrayBuffer(value),
    byteOffset: typedArrayOffset(value),
    byteLength: typedArrayByteLength(value),
  };
}

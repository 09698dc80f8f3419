/** Views, buffers and Blobs as the console shows them: kind, place, length, first elements and bytes. */
import { CONSOLE_LIMITS, type Preview } from '../../core/trace/console-entry';
import { bufferSlots, isBuffer, viewSlots, type ViewSlots } from '../buffers';
import { inherits } from '../objects';
import {
  blobSize,
  blobType,
  bytesSlice,
  fileName,
  min,
  NativeUint8Array,
  prototypeOf,
  push,
  stringSlice,
  tryGet,
  typedArrayLength,
} from '../primordials';
import { primitiveText } from './text';

const blobPrototype = prototypeOf('Blob');
const filePrototype = prototypeOf('File');

/** The recorder's identity of a buffer, or null where it has not seen it. */
export type BufferIds = (buffer: ArrayBufferLike) => number | null;

/** @returns null when the value is none of them */
export function previewBinary(
  value: object,
  buffers: BufferIds,
  onBlob: (blob: object, preview: Preview) => void,
): Preview | null {
  const view = viewSlots(value);
  if (view !== null) return previewView(value, view, buffers);
  if (isBuffer(value)) return previewBuffer(value, buffers);
  // Node's getters are JavaScript that reads properties, so only what inherits from Blob is asked.
  const size = inherits(value, blobPrototype) ? tryGet(blobSize, value) : null;
  if (size === null) return null;
  const name = inherits(value, filePrototype) ? tryGet(fileName, value) : null;
  const preview: Preview = {
    kind: 'blob',
    file: name === null ? null : stringSlice(name, 0, 1000),
    size,
    type: stringSlice(tryGet(blobType, value) ?? '', 0, 1000),
    bytes: null,
  };
  onBlob(value, preview);
  return preview;
}

function previewView(value: object, view: ViewSlots, buffers: BufferIds): Preview {
  const { kind, buffer, byteOffset, byteLength } = view;
  const slots = bufferSlots(buffer);
  const place = {
    byteOffset,
    byteLength,
    bufferByteLength: slots.byteLength,
    bufferId: buffers(buffer),
    detached: slots.detached,
    bytes: firstBytes(buffer, byteOffset, byteLength),
  };
  if (kind === 'DataView') return { kind: 'data-view', ...place };
  const length = typedArrayLength(value);
  const items: string[] = [];
  const elements = value as { readonly [index: number]: number | bigint };
  const shown = min(length, CONSOLE_LIMITS.items);
  for (let i = 0; i < shown; i++) {
    const element = elements[i];
    push(items, typeof element === 'bigint' ? `${element}` : primitiveText(element));
  }
  return { kind: 'typed-array', type: kind, length, items, ...place };
}

function previewBuffer(buffer: ArrayBufferLike, buffers: BufferIds): Preview {
  const slots = bufferSlots(buffer);
  return {
    kind: 'array-buffer',
    ...slots,
    bufferId: buffers(buffer),
    bytes: firstBytes(buffer, 0, slots.byteLength),
  };
}

function firstBytes(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array {
  if (length === 0) return new NativeUint8Array(0);
  return bytesSlice(new NativeUint8Array(buffer, offset, min(length, CONSOLE_LIMITS.bytes)));
}

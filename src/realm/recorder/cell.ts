/**
 * What a site knows of the view it met last: everything that recording the next access through it needs. Raw bytes are
 * read through arrays over the whole buffer, which are the same few types everywhere, so engines keep that fast.
 */
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import { KIND, LITTLE_ENDIAN, packMeta } from '../../core/trace/rows';
import { bufferSlots } from '../buffers';
import { max, min, NativeUint16Array, NativeUint32Array, NativeUint8Array } from '../primordials';
import type { ViewRecord } from './registry';

/** How an element's number comes out of its raw bits; `other` is read through the view itself. */
export const FORM = {
  u8: 0,
  i8: 1,
  u16: 2,
  i16: 3,
  u32: 4,
  i32: 5,
  other2: 6,
  other4: 7,
  other8: 8,
} as const;

const FORMS: Readonly<Record<ElementKind, number>> = {
  Uint8Array: FORM.u8,
  Uint8ClampedArray: FORM.u8,
  Int8Array: FORM.i8,
  Uint16Array: FORM.u16,
  Int16Array: FORM.i16,
  Uint32Array: FORM.u32,
  Int32Array: FORM.i32,
  Float16Array: FORM.other2,
  Float32Array: FORM.other4,
  Float64Array: FORM.other8,
  BigInt64Array: FORM.other8,
  BigUint64Array: FORM.other8,
};

/**
 * Bytes of a buffer whose elements are recorded one by one: offsets are computed in signed words. Gigabytes beyond what
 * is tracked, nothing could be shown of them anyway.
 */
const MAX_REACH = 2 ** 31 - 1;

const NOTHING = new NativeUint8Array(0);
const NO_HALVES = new NativeUint16Array(0);
const NO_WORDS = new NativeUint32Array(0);
const HOST_IS_LITTLE_ENDIAN = new NativeUint8Array(NativeUint32Array.of(1).buffer)[0] === 1;
const HOST_ORDER = HOST_IS_LITTLE_ENDIAN ? LITTLE_ENDIAN : 0;

export class Cell {
  /** The view, or an object that is none (then `length` is 0). */
  view: unknown = null;
  record: ViewRecord | null = null;
  /** Elements that can be accessed without asking again; 0 where that may change from access to access. */
  length = 0;
  /** The view's first byte, and the size code of its elements. */
  base = 0;
  size = 0;
  form: number = FORM.u8;
  readMeta = 0;
  writeMeta = 0;
  bytes: Uint8Array = NOTHING;
  halves: Uint16Array = NO_HALVES;
  words: Uint32Array = NO_WORDS;
  /** Accesses counted since the view was met, once recording is off. */
  reads = 0;
  writes = 0;
}

/** Fills a cell for a typed array that is held. */
export function fillCell(cell: Cell, record: ViewRecord, byteLength: number): void {
  const kind = record.kind as ElementKind;
  const { byteSize } = ELEMENT_TYPES[kind];
  const size = byteSize === 1 ? 0 : byteSize === 2 ? 1 : byteSize === 4 ? 2 : 3;
  const { buffer } = record.buffer;
  const slots = bufferSlots(buffer);
  cell.view = record.view;
  cell.record = record;
  cell.base = record.byteOffset;
  cell.size = size;
  cell.form = FORMS[kind];
  const reach = min(byteLength, max(0, MAX_REACH - cell.base));
  cell.length = (reach - (reach % byteSize)) / byteSize;
  cell.readMeta = packMeta(KIND.read, size, HOST_ORDER, record.buffer.id, record.id);
  cell.writeMeta = packMeta(KIND.write, size, HOST_ORDER, record.buffer.id, record.id);
  cell.bytes = new NativeUint8Array(buffer);
  cell.halves = size === 1 ? new NativeUint16Array(buffer, 0, slots.byteLength >>> 1) : NO_HALVES;
  cell.words = size >= 2 ? new NativeUint32Array(buffer, 0, slots.byteLength >>> 2) : NO_WORDS;
}

/** Remembers an object that is no typed array, so that it is not looked at again. */
export function fillWithOther(cell: Cell, object: unknown): void {
  cell.view = object;
  cell.record = null;
  cell.length = 0;
  cell.bytes = NOTHING;
}

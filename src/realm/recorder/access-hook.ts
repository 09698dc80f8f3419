/**
 * Element accesses, as rewritten code tells them: see `Hook` in core/instrument/context.ts for each member. The quick
 * way is for a view that the site met last time; everything else is found out once and remembered in the site's cell.
 */
import { ELEMENT_TYPES } from '../../core/bytes/view-kinds';
import { ASSIGNED_NUMBER, ASSIGNED_TEXT, KIND, NO_VIEW } from '../../core/trace/rows';
import { bufferSlots, viewSlots } from '../buffers';
import { shortText } from '../console/format';
import {
  isView,
  NativeFloat64Array,
  NativeTypeError,
  NativeUint32Array,
  objectIs,
  push,
  reflectSet,
  typedArrayLength,
  typedArrayTag,
  tryGet,
} from '../primordials';
import type { AccessLog } from './access-log';
import { Cell, fillCell, fillWithOther, FORM } from './cell';
import type { Registry, ViewRecord } from './registry';

const scratch = new NativeFloat64Array(1);
const scratchWords = new NativeUint32Array(scratch.buffer);

const EMPTY_DETAIL = { operation: '', source: null };

export class AccessHook {
  /** Recording is on. */
  o = true;
  /** The site of the native that is called next. */
  s = 0;
  readonly #log: AccessLog;
  readonly #registry: Registry;
  readonly #cells: Cell[] = [];

  constructor(log: AccessLog, registry: Registry, siteCount: number) {
    this.#log = log;
    this.#registry = registry;
    for (let i = 0; i < siteCount; i++) push(this.#cells, new Cell());
  }

  R<K>(object: unknown, key: K, site: number): K {
    const cell = this.#cells[site] as Cell;
    if (
      cell.view === object &&
      // Any other key would be turned into a number here, which may run learner code.
      typeof key === 'number' &&
      key >>> 0 === key &&
      key < cell.length &&
      // Undefined once the buffer is detached; asking for the length would ask a getter that can be replaced.
      cell.bytes[cell.base] !== undefined
    ) {
      const log = this.#log;
      const at = log.at;
      if (at < log.end) {
        const rows = log.rows;
        rows[at] = cell.readMeta;
        rows[at + 1] = site;
        rows[at + 2] = cell.base + (key << cell.size);
        log.at = at + 7;
        return key;
      }
    }
    this.#slowRead(object, key, site, cell);
    return key;
  }

  W<T>(value: T, object: unknown, key: unknown, site: number): T {
    const cell = this.#cells[site] as Cell;
    if (
      cell.view === object &&
      typeof key === 'number' &&
      key >>> 0 === key &&
      key < cell.length &&
      // Undefined once the buffer is detached; asking for the length would ask a getter that can be replaced.
      cell.bytes[cell.base] !== undefined
    ) {
      this.#wrote(cell, key, site, value);
      return value;
    }
    this.#slowWrite(value, object, key, site, cell);
    return value;
  }

  U<T>(value: T, object: unknown, key: unknown, site: number, by: number): T {
    // A BigInt's new value is not worth computing: it is what was stored, but for a wrap.
    this.W(typeof value === 'number' ? value + by : undefined, object, key, site);
    return value;
  }

  L<T>(value: T, object: unknown, key: unknown, site: number, wrote: boolean): T {
    return wrote ? this.W(value, object, key, site) : value;
  }

  D(object: unknown, key: unknown, site: number, strict: boolean): { v: unknown } {
    const store = (value: unknown): void => {
      const property = key as PropertyKey;
      if (strict) (object as Record<PropertyKey, unknown>)[property] = value;
      else storeSloppily(object, property, value);
      this.W(value, object, key, site);
    };
    return {
      __proto__: null,
      set v(value: unknown) {
        store(value);
      },
    } as { v: unknown };
  }

  I<T>(iterable: T, site: number, count?: number): T {
    const record = this.#typedArray(iterable);
    if (record === null) return iterable;
    const { byteSize } = ELEMENT_TYPES[record.kind as keyof typeof ELEMENT_TYPES];
    const length = tryGet(typedArrayLength, iterable) ?? 0;
    const elements = count === undefined || count > length ? length : count;
    if (elements > 0) this.#readRange(record, site, elements * byteSize);
    return iterable;
  }

  O<T>(object: T, site: number, keys: readonly number[]): T {
    for (let i = 0; i < keys.length; i++) this.R(object, keys[i], site);
    return object;
  }

  E(object: unknown, index: number, site: number): void {
    this.R(object, index, site);
  }

  Z(site: number): void {
    // A mark that no native took must not blame the next one.
    this.s = 0;
    this.#log.compareSmall(site);
  }

  K(count: number, object: unknown, reads: readonly number[], writes: readonly number[]): void {
    if (count === 0) return;
    const record = this.#typedArray(object);
    if (record === null && !isTypedArray(object)) return;
    const id = record?.id ?? NO_VIEW;
    for (let i = 0; i < reads.length; i++) this.#log.count(reads[i] as number, id, count, 0);
    for (let i = 0; i < writes.length; i++) this.#log.count(writes[i] as number, id, 0, count);
  }

  Q<T>(object: unknown, key: T, site: number, write: boolean): T {
    const cell = this.#cells[site] as Cell;
    const index = key as number;
    if (
      cell.view === object &&
      typeof key === 'number' &&
      index >>> 0 === index &&
      index < cell.length
    ) {
      if (write) cell.writes++;
      else cell.reads++;
    } else {
      this.#meet(object, key, site, cell, write);
    }
    return key;
  }

  /** Counts that the cells still hold go into the log's. */
  flushCounts(): void {
    for (let i = 0; i < this.#cells.length; i++) this.#flushCell(this.#cells[i] as Cell, i);
  }

  /** A buffer was detached or resized: no cell may trust what it knows. */
  forget(): void {
    for (let i = 0; i < this.#cells.length; i++) {
      const cell = this.#cells[i] as Cell;
      this.#flushCell(cell, i);
      cell.view = null;
    }
  }

  /** The site of the native that runs now, 0 when rewritten code did not say. */
  takeSite(): number {
    const site = this.s;
    this.s = 0;
    return site;
  }

  /** Hot: an element was stored. Its raw bits are read back, and compared with what was assigned. */
  #wrote(cell: Cell, index: number, site: number, value: unknown): void {
    const log = this.#log;
    if (log.at >= log.end && !log.ask()) {
      cell.writes++;
      return;
    }
    const { rows, at } = log;
    const offset = cell.base + (index << cell.size);
    rows[at + 1] = site;
    rows[at + 2] = offset;
    log.at = at + 7;
    let stored: unknown;
    let bits: number;
    switch (cell.form) {
      case FORM.u8:
        stored = bits = cell.bytes[offset] as number;
        break;
      case FORM.i8:
        bits = cell.bytes[offset] as number;
        stored = (bits << 24) >> 24;
        break;
      case FORM.u16:
        stored = bits = cell.halves[offset >>> 1] as number;
        break;
      case FORM.i16:
        bits = cell.halves[offset >>> 1] as number;
        stored = (bits << 16) >> 16;
        break;
      case FORM.u32:
        stored = bits = cell.words[offset >>> 2] as number;
        break;
      case FORM.i32:
        bits = cell.words[offset >>> 2] as number;
        stored = bits | 0;
        break;
      case FORM.other2:
        bits = cell.halves[offset >>> 1] as number;
        stored = (cell.view as number[])[index];
        break;
      default:
        bits = cell.words[offset >>> 2] as number;
        if (cell.form === FORM.other8) rows[at + 6] = cell.words[(offset >>> 2) + 1] as number;
        stored = (cell.view as number[])[index];
    }
    rows[at] = cell.writeMeta;
    rows[at + 5] = bits;
    if (stored !== value) this.#assigned(rows, at, cell, stored, value);
  }

  /** The assigned value is not the one that was stored: it is kept beside it. */
  #assigned(rows: Uint32Array, at: number, cell: Cell, stored: unknown, value: unknown): void {
    if (objectIs(stored, value)) return;
    if (typeof value === 'number' && cell.size < 3) {
      rows[at] = cell.writeMeta | ASSIGNED_NUMBER;
      scratch[0] = value;
      rows[at + 4] = scratchWords[0] as number;
      rows[at + 6] = scratchWords[1] as number;
    } else if (value !== undefined || typeof stored === 'number') {
      rows[at] = cell.writeMeta | ASSIGNED_TEXT;
      this.#log.assignedText(typeof value === 'string' ? `"${cut(value)}"` : assignedText(value));
    }
  }

  #slowRead(object: unknown, key: unknown, site: number, cell: Cell): void {
    const index = this.#meet(object, key, site, cell, false);
    if (index < 0) return;
    const log = this.#log;
    if (log.at >= log.end && !log.ask()) {
      cell.reads++;
      return;
    }
    const { rows, at } = log;
    rows[at] = cell.readMeta;
    rows[at + 1] = site;
    rows[at + 2] = cell.base + (index << cell.size);
    log.at = at + 7;
    this.#release(cell, site);
  }

  #slowWrite(value: unknown, object: unknown, key: unknown, site: number, cell: Cell): void {
    const index = this.#meet(object, key, site, cell, true);
    if (index < 0) return;
    this.#wrote(cell, index, site, value);
    this.#release(cell, site);
  }

  /**
   * Finds out what object and key are. @returns the element's index where there is an element to record, else −1. Once
   * recording is off the access is counted here.
   */
  #meet(object: unknown, key: unknown, site: number, cell: Cell, write: boolean): number {
    if (cell.view !== object || cell.length === 0 || cell.bytes[cell.base] === undefined) {
      if (cell.view === object && cell.record === null) return -1;
      this.#flushCell(cell, site);
      if (!isTypedArray(object)) {
        fillWithOther(cell, object);
        return -1;
      }
      const record = this.#typedArray(object);
      if (record === null) {
        cell.view = null;
        if (indexOf(key) >= 0) this.#log.count(site, NO_VIEW, write ? 0 : 1, write ? 1 : 0);
        return -1;
      }
      const byteLength = viewSlots(record.view)?.byteLength ?? 0;
      // Detached, out of bounds, or empty: there is nothing to access.
      if (byteLength === 0) {
        cell.view = null;
        return -1;
      }
      fillCell(cell, record, byteLength);
    }
    const index = indexOf(key);
    if (index < 0) return -1;
    if (!this.o) {
      if (write) cell.writes++;
      else cell.reads++;
      return -1;
    }
    return index < cell.length ? index : -1;
  }

  /** A view whose length may change is asked anew each time. */
  #release(cell: Cell, site: number): void {
    const buffer = cell.record?.buffer.buffer;
    if (buffer === undefined || bufferSlots(buffer).maxByteLength === null) return;
    this.#flushCell(cell, site);
    cell.length = 0;
  }

  #flushCell(cell: Cell, site: number): void {
    if (cell.reads + cell.writes > 0 && cell.record !== null) {
      this.#log.count(site, cell.record.id, cell.reads, cell.writes);
    }
    cell.reads = 0;
    cell.writes = 0;
  }

  /** The record of a typed array, which is registered now if nothing did before. */
  #typedArray(value: unknown): ViewRecord | null {
    if (!isTypedArray(value)) return null;
    this.#registry.see(value, { line: null, name: null, filled: false, fixed: true });
    return this.#registry.viewRecord(value);
  }

  #readRange(record: ViewRecord, site: number, byteLength: number): void {
    const { byteOffset, id, buffer } = record;
    this.#log.range(KIND.read, buffer, id, site, byteOffset, byteOffset + byteLength, EMPTY_DETAIL);
  }
}

function isTypedArray(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    isView(value) &&
    typedArrayTag(value) !== undefined
  );
}

/** The element index that a property key names, or −1. @see ECMA-262 §7.1.21 (CanonicalNumericIndexString) */
function indexOf(key: unknown): number {
  if (typeof key === 'number') return key >>> 0 === key ? key : -1;
  if (typeof key !== 'string' || key.length > 10) return -1;
  const index = +key >>> 0;
  return `${index}` === key ? index : -1;
}

/** Sloppy code ignores a store that fails; it must still reach setters, and throw on null. */
function storeSloppily(object: unknown, key: PropertyKey, value: unknown): void {
  if (object === null || object === undefined)
    throw new NativeTypeError(`Cannot set properties of ${object === null ? 'null' : 'undefined'}`);
  if (typeof object === 'object' || typeof object === 'function') {
    reflectSet(object, key, value, object);
  } else {
    // A primitive: the store ends in a setter of its prototype or nowhere.
    reflectSet(Object(object) as object, key, value, object);
  }
}

function assignedText(value: unknown): string {
  return typeof value === 'bigint' ? `${value}n` : cut(shortText(value));
}

function cut(text: string): string {
  let kept = '';
  for (let i = 0; i < text.length && i < 60; i++) kept += text[i] as string;
  return kept.length < text.length ? `${kept}…` : kept;
}

/**
 * The light recorder's memory of a run: which buffers and views were seen, what they are called, which bytes are known
 * to have been written, and the DataView calls. References are strong, so what is shown does not depend on the garbage
 * collector; caps keep a program that makes buffers in a loop from holding them all.
 */
import {
  MAX_DATAVIEW_CALLS,
  MAX_TRACKED_BYTES,
  MAX_BUFFERS_HELD,
  MAX_VIEWS_HELD,
  type DataViewCall,
} from '../../core/trace/memory-state';
import type { ViewKind } from '../../core/bytes/view-kinds';
import { bufferSlots, isBuffer, viewSlots, type BufferSlots, type ViewSlots } from '../buffers';
import {
  arraySet,
  bytesFill,
  max,
  min,
  NativeUint8Array,
  push,
  SafeMap,
  SafeWeakMap,
  typedArrayLength,
} from '../primordials';
import { isProxy } from '../proxies';
import { Shadow } from './shadow';
import { zeroBytes } from './spare-bytes';

export interface BufferRecord {
  readonly id: number;
  readonly buffer: ArrayBufferLike;
  name: string | null;
  line: number | null;
  /** Grown on demand; an entry per byte, 1 where a write is known. */
  written: Uint8Array;
  views: number;
  hasNamedView: boolean;
  /** All its bytes came with it. */
  readonly filled: boolean;
  /** Its slots when it was first seen, or when the recording began. */
  first: BufferSlots;
  /** Steps that had been recorded then. */
  at: number;
  /** What the log knows of its bytes; null in a light recording. */
  readonly shadow: Shadow | null;
}

export interface ViewRecord {
  readonly id: number;
  readonly view: object;
  readonly kind: ViewKind;
  readonly buffer: BufferRecord;
  /** As constructed: the getters say 0 while the view is out of bounds. */
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly lengthTracking: boolean;
  name: string | null;
  line: number | null;
  /** Steps that had been recorded when it was made. */
  at: number;
}

/** How a view or buffer came to be, as far as the place that registers it knows. */
export interface Origin {
  readonly line: number | null;
  readonly name: string | null;
  /** All its bytes are known to have been written when it is first seen. */
  readonly filled: boolean;
  /** Made with a length, so not length-tracking. */
  readonly fixed: boolean;
}

/** Buffers held from one line of a stretch, so that a loop of temporaries does not crowd out what comes later. */
const HELD_FROM_A_LINE = 8;

export class Registry {
  readonly buffers: BufferRecord[] = [];
  readonly views: ViewRecord[] = [];
  readonly calls: DataViewCall[] = [];
  /** Buffers seen that are not held. */
  omitted = 0;
  /** Raised by everything that a later look at the bytes alone would not show. */
  version = 0;
  readonly #buffers = new SafeWeakMap<object, BufferRecord | false>();
  readonly #views = new SafeWeakMap<object, ViewRecord | false>();
  readonly #fromLine = new SafeMap<number, number>();
  /** Steps recorded so far; null in a light recording, which follows no bytes. */
  stepsNow: (() => number) | null = null;

  /** A call of a probe begins: it may make as many buffers as the program. */
  beginStretch(): void {
    this.#fromLine.clear();
  }

  /** Registers a value if it is a view or a buffer; anything else is left alone. */
  see(value: object, origin: Origin): void {
    if (isProxy(value)) return;
    const known = this.#views.get(value);
    if (known === undefined) {
      const slots = viewSlots(value);
      if (slots !== null) this.#addView(value, slots, origin);
      else if (isBuffer(value)) this.bufferOf(value, origin, true);
    } else if (known !== false && origin.name !== null && known.name === null) {
      known.name = origin.name;
      known.buffer.hasNamedView = true;
      this.version++;
    }
  }

  /** The record of a buffer, made at first sight. Its name is only taken from an origin that means the buffer itself. */
  bufferOf(buffer: ArrayBufferLike, origin: Origin, isItself: boolean): BufferRecord | false {
    const known = this.#buffers.get(buffer);
    if (known === undefined) return this.#addBuffer(buffer, origin, isItself);
    if (known !== false && isItself && known.name === null && origin.name !== null) {
      known.name = origin.name;
      this.version++;
    }
    return known;
  }

  /** The identity of a buffer that is held, else null. */
  idOf(buffer: ArrayBufferLike): number | null {
    const known = this.#buffers.get(buffer);
    return known ? known.id : null;
  }

  viewRecord(view: object): ViewRecord | null {
    return this.#views.get(view) || null;
  }

  recordOf(buffer: ArrayBufferLike): BufferRecord | null {
    return this.#buffers.get(buffer) || null;
  }

  /** Notes a known write of `[start, end)`, in bytes from the start of the buffer. */
  markWritten(record: BufferRecord, start: number, end: number): void {
    const from = max(0, start);
    const to = min(end, MAX_TRACKED_BYTES);
    if (!(to > from)) return;
    if (typedArrayLength(record.written) < to) grow(record, to);
    bytesFill(record.written, 1, from, to);
    this.version++;
  }

  addCall(call: DataViewCall): void {
    if (this.calls.length >= MAX_DATAVIEW_CALLS) return;
    push(this.calls, call);
    this.version++;
  }

  #addBuffer(
    buffer: ArrayBufferLike,
    { line, name, filled }: Origin,
    isItself: boolean,
  ): BufferRecord | false {
    this.version++;
    const fromLine = (this.#fromLine.get(line ?? 0) ?? 0) + 1;
    this.#fromLine.set(line ?? 0, fromLine);
    if (this.buffers.length >= MAX_BUFFERS_HELD || fromLine > HELD_FROM_A_LINE) {
      this.omitted++;
      this.#buffers.set(buffer, false);
      return false;
    }
    const record: BufferRecord = {
      id: this.buffers.length,
      filled,
      first: bufferSlots(buffer),
      at: this.stepsNow?.() ?? 0,
      shadow: this.stepsNow === null ? null : new Shadow(buffer),
      buffer,
      name: isItself ? name : null,
      line,
      written: new NativeUint8Array(0),
      views: 0,
      hasNamedView: false,
    };
    this.#buffers.set(buffer, record);
    push(this.buffers, record);
    if (filled) this.markWritten(record, 0, bufferSlots(buffer).byteLength);
    return record;
  }

  #addView(view: object, slots: ViewSlots, origin: Origin): void {
    this.version++;
    const buffer = this.bufferOf(slots.buffer, origin, false);
    if (buffer === false || this.views.length >= MAX_VIEWS_HELD) {
      this.#views.set(view, false);
      return;
    }
    buffer.views++;
    if (origin.name !== null) buffer.hasNamedView = true;
    const record: ViewRecord = {
      id: this.views.length,
      view,
      kind: slots.kind,
      buffer,
      at: this.stepsNow?.() ?? 0,
      byteOffset: slots.byteOffset,
      byteLength: slots.byteLength,
      lengthTracking: !origin.fixed && reachesEnd(slots),
      name: origin.name,
      line: origin.line,
    };
    this.#views.set(view, record);
    push(this.views, record);
  }
}

/** Whether a view made without a length covers all there is, over a buffer that can change its length. */
function reachesEnd({ buffer, byteOffset, byteLength }: ViewSlots): boolean {
  const slots = bufferSlots(buffer);
  // The last bytes may be too few for an element of up to eight bytes.
  return slots.maxByteLength !== null && slots.byteLength - (byteOffset + byteLength) < 8;
}

function grow(record: BufferRecord, length: number): void {
  const capacity = min(MAX_TRACKED_BYTES, max(length, 2 * typedArrayLength(record.written)));
  const grown = zeroBytes(capacity);
  arraySet(grown, record.written, 0);
  record.written = grown;
}

/** The light recorder of one run: what rewritten code and watched natives tell it, and the memory state at any moment. */
import { ELEMENT_TYPES, type ElementKind } from '../../core/bytes/view-kinds';
import { MAX_DATAVIEW_CALLS } from '../../core/trace/memory-state';
import type { FailedAccess } from '../../core/trace/run';
import { isBuffer, viewSlots } from '../buffers';
import { max, min } from '../primordials';
import { isProxy } from '../proxies';
import { Registry, type Origin } from './registry';

/** Views and buffers made by natives whose line is looked up; later ones are only counted. */
const SIGHTINGS = 1000;

export class Recorder {
  readonly registry = new Registry();
  /** Where learner code is; set when the run begins, since stacks are read by its file name. */
  lineNow: () => number | null = () => null;
  #argumentHadValues = false;
  #sightings = 0;
  #failure: { readonly error: object; readonly access: FailedAccess } | null = null;

  /** What `new` made, in rewritten code. */
  made(value: object, line: number, name: string | null, fixed: boolean): void {
    const filled = this.#argumentHadValues;
    this.#argumentHadValues = false;
    this.registry.see(value, { line, name, filled, fixed });
  }

  /** The first argument of a typed array's constructor: anything but a length or a buffer gives values to copy. */
  firstArgument(value: unknown): void {
    this.#argumentHadValues =
      typeof value === 'object' && value !== null && (isProxy(value) || !isBuffer(value));
  }

  /** What a call or an await gave to a variable. A buffer first seen here was made elsewhere, with its content. */
  received(value: object, line: number, name: string): void {
    this.registry.see(value, { line, name, filled: true, fixed: true });
  }

  /**
   * What a native made for learner code. What it made for other code (Node's own Blob calls TextEncoder) is not the
   * learner's, and has no line of theirs.
   */
  sawNative(value: object, filled: boolean, fixed: boolean): void {
    if (isProxy(value) || this.registry.viewRecord(value) !== null) return;
    const origin = this.#origin(filled, fixed);
    if (origin !== null) this.registry.see(value, origin);
  }

  /** Null when no learner code called. Reading a stack is slow, so only so many are read. */
  #origin(filled: boolean, fixed: boolean): Origin | null {
    if (++this.#sightings > SIGHTINGS) {
      this.registry.omitted++;
      return null;
    }
    const line = this.lineNow();
    return line === null ? null : { line, name: null, filled, fixed };
  }

  /** `to` holds a copy of what `from` held from byte `start` on. */
  copiedBuffer(from: object, start: unknown, to: object): void {
    const source = this.registry.recordOf(from as ArrayBufferLike);
    if (!isBuffer(to)) return;
    const origin = this.#origin(false, true);
    const target = origin !== null && this.registry.bufferOf(to, origin, true);
    if (source === null || target === false) return;
    const { written } = source;
    const first = relativeStart(start, written.length);
    for (let i = first; i < written.length; i++) {
      if (written[i] === 1) this.registry.markWritten(target, i - first, i - first + 1);
    }
  }

  /** Elements `[start, end)` of a view were written, zeros too. */
  wroteElements(view: object, start: number, end: number): void {
    const slots = isProxy(view) ? null : viewSlots(view);
    if (slots === null || slots.kind === 'DataView') return;
    const record = this.registry.recordOf(slots.buffer);
    if (record === null) return;
    const size = ELEMENT_TYPES[slots.kind].byteSize;
    const last = slots.byteOffset + slots.byteLength;
    this.registry.markWritten(
      record,
      slots.byteOffset + start * size,
      min(slots.byteOffset + end * size, last),
    );
  }

  dataViewCall(
    view: object,
    method: 'get' | 'set',
    type: ElementKind,
    byteOffset: unknown,
    littleEndian: boolean,
  ): void {
    // The native has turned the offset into a number already; asking an object again would run its valueOf twice.
    const offset = byteOffset === undefined ? 0 : byteOffset;
    if (typeof offset !== 'number') return;
    this.sawNative(view, false, true);
    const record = this.registry.viewRecord(view);
    if (record === null) return;
    const size = ELEMENT_TYPES[type].byteSize;
    const start = record.byteOffset + (offset - (offset % 1) || 0);
    if (method === 'set') this.registry.markWritten(record.buffer, start, start + size);
    if (this.registry.calls.length >= MAX_DATAVIEW_CALLS) return;
    const line = this.lineNow();
    this.registry.addCall({
      viewId: record.id,
      method,
      type,
      byteOffset: start,
      littleEndian,
      line,
    });
  }

  /** A DataView call threw. Remembered when the view's bounds are why, so that the page can say which bytes it lacked. */
  dataViewFailed(
    view: unknown,
    method: string,
    byteSize: number,
    byteOffset: unknown,
    error: unknown,
  ): void {
    const given = byteOffset === undefined ? 0 : byteOffset;
    if (typeof view !== 'object' || view === null || isProxy(view)) return;
    if (typeof given !== 'number' || typeof error !== 'object' || error === null) return;
    const slots = viewSlots(view);
    const offset = given - (given % 1) || 0;
    if (slots === null || slots.byteLength === 0) return;
    if (offset >= 0 && offset + byteSize <= slots.byteLength) return;
    if (offset > 2 ** 53 - 1 || offset < -(2 ** 53 - 1)) return;
    this.#failure = {
      error,
      access: { method, byteOffset: offset, byteSize, viewByteLength: slots.byteLength },
    };
  }

  /** The DataView call that threw this very error, when the view's bounds were why. */
  readonly accessOf = (error: object): FailedAccess | null =>
    this.#failure !== null && this.#failure.error === error ? this.#failure.access : null;

  readonly bufferId = (buffer: ArrayBufferLike): number | null => this.registry.idOf(buffer);
}

function relativeStart(value: unknown, length: number): number {
  const start = typeof value === 'number' ? value - (value % 1) || 0 : 0;
  return start < 0 ? max(0, length + start) : start;
}

/**
 * The full recorder's log of a run: rows as core/trace/rows.ts has them, filled in place and sent in chunks. The rows of
 * element writes get the bytes they replaced later, in one pass over the shadows (`sync`), so that recording an access
 * costs a few stores. Once the cap is reached it only counts, by site and view.
 */
import {
  KIND,
  kindOf,
  NO_BUFFER,
  NO_VIEW,
  packMeta,
  RANGED,
  ROW_WORDS,
  sizeOf,
  bufferOf,
  WAS_ZERO,
} from '../../core/trace/rows';
import type { StepDetail, TraceBuffer, TraceView } from '../../core/trace/trace';
import {
  MAX_ASSIGNED_TEXTS,
  MAX_PAYLOAD,
  type TraceChunk,
  type TraceCounts,
} from '../../core/trace/trace-chunk';
import { bufferSlots } from '../buffers';
import {
  arraySet,
  max,
  min,
  NativeUint32Array,
  NativeUint8Array,
  push,
  SafeMap,
  typedArrayBuffer,
} from '../primordials';
import type { BufferRecord, Registry, ViewRecord } from './registry';
import type { RowPool } from './row-pool';
import { copyOf } from './shadow';
import { zeroBytes } from './spare-bytes';

export interface LogOptions {
  readonly maxSteps: number;
  /** Accesses to let pass before the recording begins. */
  readonly recordFrom: number;
  /** Takes a chunk, and the buffers in it that nobody else needs. */
  readonly send: (chunk: TraceChunk, owned: readonly ArrayBufferLike[]) => void;
  /** The cap is reached: from now on nothing is recorded. */
  readonly onFull: () => void;
  /** A task has made its first access: call `endTask` when it is over. */
  readonly onTask: () => void;
}

/** Stretches that one comparison reports one by one; what is over becomes one range. */
const MAX_STRETCHES = 64;
/** What comparing behind statements may cost in all; a comparison costs its tracked bytes and some for each buffer. */
const COMPARE_BUDGET = 16 * 1024 * 1024;
const COMPARE_COST = 64;
/** Memory that costs more is compared at the end of a task only. A page of WebAssembly is still small, with some buffers. */
const SMALL_COST = 64 * 1024 + 16 * COMPARE_COST;
/** Milliseconds between two chunks of a run that fills them slowly. */
const SHIP_MS = 100;

/** The largest number that a word of a row holds. */
const MAX_WORD = 0xffff_ffff;

const FIRST_PAYLOAD = 4096;
/** Bytes from which a range gets memory that fits it. */
const MUCH = 65_536;

export class AccessLog {
  /** Hot: the rows being filled, the next free word, and the word at which to call `ask`. */
  rows: Uint32Array;
  at = 0;
  end = 0;
  on = true;

  readonly #registry: Registry;
  readonly #pool: RowPool;
  readonly #options: LogOptions;
  /** Steps in chunks that were sent (or, before the recording begins, dropped). */
  #before = 0;
  #skipping: boolean;
  #skipped = 0;
  #shippedAt = 0;
  #inTask = false;
  #synced = 0;
  #payload = new NativeUint8Array(FIRST_PAYLOAD);
  #payloadSize = FIRST_PAYLOAD;
  #payloadAt = 0;
  /** Payload that has left. */
  #payloadSent = 0;
  #details: StepDetail[] = [];
  #detailsSent = 0;
  #assigned: { step: number; text: string }[] = [];
  #assignedCount = 0;
  #tasks: number[] = [];
  #buffersSent = 0;
  #viewsSent = 0;
  #compareBudget = COMPARE_BUDGET;
  readonly #counts = new SafeMap<number, { reads: number; writes: number }>();
  readonly #counted: number[] = [];
  #unrecorded = 0;

  constructor(registry: Registry, options: LogOptions, pool: RowPool) {
    this.#pool = pool;
    this.rows = options.maxSteps > 0 ? pool.take() : new NativeUint32Array(0);
    this.#registry = registry;
    this.#options = options;
    this.#skipping = options.recordFrom > 0;
  }

  /** Steps recorded so far. */
  get steps(): number {
    return this.#skipping ? 0 : this.#before + this.at / ROW_WORDS;
  }

  /** Called at `at === end`. @returns whether there is room for a row now */
  ask(): boolean {
    if (!this.on) return false;
    if (!this.#inTask) {
      this.#inTask = true;
      push(this.#tasks, this.steps + 1);
      this.end = this.#capacity();
      this.#options.onTask();
      if (this.at < this.end) return true;
    }
    if (this.#skipping) this.#drop();
    else this.ship();
    this.end = this.#capacity();
    if (this.end === 0) this.#stop();
    return this.on;
  }

  /** The task whose first access was told by `onTask` is over. */
  endTask(): void {
    this.compare(0);
    this.#inTask = false;
    this.end = this.at;
  }

  /** Sends what there is when that was done long enough ago: a run may be ended from outside at any moment. */
  shipIfDue(time: number): void {
    if (!this.on || this.at === 0 || time - this.#shippedAt < SHIP_MS) return;
    this.#shippedAt = time;
    this.ship();
  }

  /** Words of this chunk that may be used. */
  #capacity(): number {
    const { maxSteps, recordFrom } = this.#options;
    const left = this.#skipping ? recordFrom - this.#skipped : maxSteps - this.#before;
    return min(this.#pool.words, max(0, left) * ROW_WORDS);
  }

  /** Before the recording begins, rows are thrown away once they have served to follow memory. */
  #drop(): void {
    this.sync();
    this.#skipped += this.at / ROW_WORDS;
    this.#clear();
    this.#details = [];
    this.#payloadAt = 0;
    this.#assigned = [];
    this.#assignedCount = 0;
    this.#tasks = [];
    if (this.#skipped < this.#options.recordFrom) return;
    this.#skipping = false;
    push(this.#tasks, 1);
    const { buffers, views } = this.#registry;
    for (let i = 0; i < buffers.length; i++) {
      const record = buffers[i] as BufferRecord;
      record.shadow?.restart();
      record.first = bufferSlots(record.buffer);
      record.at = 0;
    }
    for (let i = 0; i < views.length; i++) (views[i] as ViewRecord).at = 0;
  }

  #clear(): void {
    this.at = 0;
    this.#synced = 0;
  }

  #stop(): void {
    this.on = false;
    this.end = this.at;
    this.#options.onFull();
  }

  /** Sends what there is since the last chunk. */
  ship(): void {
    if (this.#skipping) return;
    this.sync();
    const { buffers, views } = this.#registry;
    if (this.at === 0 && this.#buffersSent === buffers.length && this.#viewsSent === views.length) {
      return;
    }
    const full = this.at === this.#pool.words;
    const rows = full ? this.rows : copyWords(this.rows, this.at);
    if (full) this.rows = this.#pool.take();
    const newBuffers: TraceBuffer[] = [];
    const owned: ArrayBufferLike[] = [typedArrayBuffer(rows)];
    for (; this.#buffersSent < buffers.length; this.#buffersSent++) {
      const buffer = traceBuffer(buffers[this.#buffersSent] as BufferRecord);
      push(newBuffers, buffer);
      // Told once, and a megabyte as often as not.
      push(owned, typedArrayBuffer(buffer.initial));
    }
    const newViews: TraceView[] = [];
    for (; this.#viewsSent < views.length; this.#viewsSent++) {
      push(newViews, traceView(views[this.#viewsSent] as ViewRecord));
    }
    const payload = this.#takePayload();
    const chunk = {
      firstStep: this.#before + 1,
      rows,
      payload,
      details: this.#details,
      buffers: newBuffers,
      views: newViews,
      assigned: this.#assigned,
      tasks: this.#tasks,
    };
    push(owned, typedArrayBuffer(payload));
    this.#options.send(chunk, owned);
    this.#before += this.at / ROW_WORDS;
    this.#clear();
    this.#detailsSent += this.#details.length;
    this.#details = [];
    this.#assigned = [];
    this.#tasks = [];
    this.end = this.#inTask ? this.#capacity() : 0;
  }

  /** Gives the rows of element writes the bytes they replaced, and lets the shadows follow. */
  sync(): void {
    const { rows, at } = this;
    const { buffers } = this.#registry;
    for (let i = this.#synced; i < at; i += ROW_WORDS) {
      const meta = rows[i] as number;
      if (kindOf(meta) !== KIND.write) continue;
      const shadow = buffers[bufferOf(meta)]?.shadow;
      if (!shadow) continue;
      shadow.blank = false;
      replaceElement(rows, i, sizeOf(meta), shadow.bytes, shadow.size);
    }
    this.#synced = at;
  }

  /** The assigned value of the row that was written last, as text; the row has the flag. */
  assignedText(text: string): void {
    if (this.#assignedCount++ >= MAX_ASSIGNED_TEXTS) return;
    push(this.#assigned, { step: this.steps, text });
  }

  /**
   * A ranged step over `[start, end)` of a buffer, after it has happened.
   *
   * @param record null for a step that touches no buffer
   */
  range(
    kind: number,
    record: BufferRecord | null,
    viewId: number,
    site: number,
    start: number,
    end: number,
    detail: StepDetail,
  ): void {
    if (this.at === this.end && !this.ask()) {
      this.#countRange(kind, site, viewId);
      return;
    }
    this.sync();
    let kept = 0;
    let fresh = false;
    const from = this.#payloadSent + this.#payloadAt;
    const shadow = record?.shadow ?? null;
    if (shadow !== null && (kind === KIND.copy || kind === KIND.host)) {
      kept = shadow.keptOf(start, min(end, shadow.liveLength));
      if (!this.#hasRoom(2 * kept)) {
        this.#countRange(kind, site, viewId);
        return;
      }
      // What is filled for the first time was 0, and that need not be kept.
      fresh = shadow.isZero(start, kept);
      this.#reserve(fresh ? kept : 2 * kept);
      if (!fresh) this.#keep(shadow.bytes, start, kept);
      shadow.take(start, kept);
      this.#keep(shadow.bytes, start, kept);
    }
    const flags = fresh ? WAS_ZERO : 0;
    this.#row(kind, flags, record, viewId, site, start, end - start, from, kept, detail);
  }

  /** A step that touches no buffer but brings along bytes `[start, start + kept)` of one: a copy of them stays with it. */
  withBytes(
    kind: number,
    site: number,
    length: number,
    source: ArrayBufferLike,
    start: number,
    kept: number,
    detail: StepDetail,
  ): void {
    if (this.at === this.end && !this.ask()) return;
    this.sync();
    if (!this.#hasRoom(kept)) return;
    const from = this.#payloadSent + this.#payloadAt;
    // There is no array over a buffer that was detached; of none, nothing is kept.
    if (kept > 0) this.#keep(new NativeUint8Array(source), start, kept);
    this.#row(kind, 0, null, NO_VIEW, site, 0, length, from, kept, detail);
  }

  /** One access, as a row of it would count; what the host did and what touches no memory is none. */
  #countRange(kind: number, site: number, viewId: number): void {
    if (kind === KIND.read) this.count(site, viewId, 1, 0);
    else if (kind === KIND.write || kind === KIND.copy) this.count(site, viewId, 0, 1);
  }

  /** A buffer has another length now. */
  resized(record: BufferRecord, site: number, operation: string): void {
    const { shadow } = record;
    if (shadow === null) return;
    const after = shadow.liveLength;
    const before = shadow.length;
    if (this.at === this.end && !this.ask()) {
      shadow.resize(after);
      return;
    }
    this.sync();
    const from = this.#payloadSent + this.#payloadAt;
    const kept = shadow.keptOf(after, before);
    if (!this.#hasRoom(kept)) return;
    this.#keep(shadow.bytes, after, kept);
    shadow.resize(after);
    const start = min(before, after);
    const length = max(before, after) - start;
    const detail = { operation, source: null, lengths: { before, after } };
    this.#row(KIND.resize, 0, record, NO_VIEW, site, start, length, from, kept, detail);
  }

  /** A buffer's bytes are elsewhere now. */
  detached(record: BufferRecord, site: number, operation: string): void {
    const { shadow } = record;
    if (shadow === null || shadow.detached) return;
    const { length } = shadow;
    this.sync();
    shadow.detached = true;
    if (this.at === this.end && !this.ask()) return;
    const detail = { operation, source: null };
    this.#row(KIND.detach, 0, record, NO_VIEW, site, 0, length, 0, 0, detail);
  }

  #row(
    kind: number,
    flags: number,
    record: BufferRecord | null,
    viewId: number,
    site: number,
    start: number,
    length: number,
    from: number,
    kept: number,
    detail: StepDetail,
  ): void {
    const { rows, at } = this;
    rows[at] = packMeta(kind, RANGED, flags, record?.id ?? NO_BUFFER, viewId);
    rows[at + 1] = site;
    // Larger ones exist; nothing is tracked there.
    rows[at + 2] = min(start, MAX_WORD);
    rows[at + 3] = from;
    rows[at + 4] = min(length, MAX_WORD);
    rows[at + 5] = this.#detailsSent + this.#details.length;
    rows[at + 6] = kept;
    push(this.#details, detail);
    this.at = at + ROW_WORDS;
    this.#synced = this.at;
  }

  /** Ends the recording when the bytes of ranges would take too much. */
  #hasRoom(length: number): boolean {
    if (this.#payloadSent + this.#payloadAt + length <= MAX_PAYLOAD) return true;
    this.#stop();
    return false;
  }

  /** Makes room for so many bytes more: just as many when they are many, so that the whole can be handed over. */
  #reserve(length: number): void {
    const needed = this.#payloadAt + length;
    if (needed <= this.#payloadSize) return;
    this.#payloadSize = length > MUCH ? needed : max(needed, 2 * this.#payloadSize);
    const larger = zeroBytes(this.#payloadSize);
    if (this.#payloadAt > 0) arraySet(larger, bytesOf(this.#payload, 0, this.#payloadAt), 0);
    this.#payload = larger;
  }

  #keep(bytes: Uint8Array, start: number, length: number): void {
    if (length === 0) return;
    this.#reserve(length);
    arraySet(this.#payload, bytesOf(bytes, start, length), this.#payloadAt);
    this.#payloadAt += length;
  }

  /** The payload since the last chunk: itself when it is full, else a copy. */
  #takePayload(): Uint8Array {
    const length = this.#payloadAt;
    this.#payloadSent += length;
    this.#payloadAt = 0;
    if (length !== this.#payloadSize) return copyOf(this.#payload, 0, length);
    const payload = this.#payload;
    this.#payload = new NativeUint8Array(FIRST_PAYLOAD);
    this.#payloadSize = FIRST_PAYLOAD;
    return payload;
  }

  /** Behind a statement that called something: compares while memory is small and that has not cost much yet. */
  compareSmall(site: number): void {
    if (!this.on || this.#compareBudget <= 0) return;
    const { buffers } = this.#registry;
    let cost = 0;
    for (let i = 0; i < buffers.length; i++) {
      cost += COMPARE_COST + ((buffers[i] as BufferRecord).shadow?.tracked ?? 0);
    }
    if (cost > SMALL_COST) return;
    this.#compareBudget -= cost;
    this.compare(site);
  }

  /** Looks for changes that nothing in the log accounts for, and logs them as the host's doing. */
  compare(site: number): void {
    if (!this.on) return;
    this.sync();
    const { buffers } = this.#registry;
    for (let i = 0; i < buffers.length; i++) this.#compareBuffer(buffers[i] as BufferRecord, site);
  }

  #compareBuffer(record: BufferRecord, site: number): void {
    const { shadow } = record;
    if (shadow === null || shadow.detached) return;
    if (shadow.liveLength !== shadow.length) {
      if (shadow.liveLength === 0 && bufferSlots(record.buffer).detached) {
        this.detached(record, site, '');
        return;
      }
      this.resized(record, site, '');
    }
    let from = shadow.nextDifference(0);
    for (let count = 1; from >= 0 && this.on; count++) {
      const end = count === MAX_STRETCHES ? shadow.tracked : shadow.endOfDifference(from);
      this.range(KIND.host, record, NO_VIEW, site, from, end, { operation: '', source: null });
      from = shadow.nextDifference(end);
    }
  }

  /** Buffers that a native may have detached. */
  findDetached(site: number, operation: string): void {
    const { buffers } = this.#registry;
    for (let i = 0; i < buffers.length; i++) {
      const record = buffers[i] as BufferRecord;
      const { shadow } = record;
      if (shadow === null || shadow.detached || shadow.liveLength !== 0 || shadow.length === 0)
        continue;
      if (bufferSlots(record.buffer).detached) this.detached(record, site, operation);
    }
  }

  /** Accesses that are not recorded any more. */
  count(site: number, viewId: number, reads: number, writes: number): void {
    this.#unrecorded += reads + writes;
    const key = site * 4096 + viewId;
    let total = this.#counts.get(key);
    if (total === undefined) {
      total = { reads: 0, writes: 0 };
      this.#counts.set(key, total);
      push(this.#counted, key);
    }
    total.reads += reads;
    total.writes += writes;
  }

  counts(): TraceCounts {
    const totals: number[] = [];
    for (let i = 0; i < this.#counted.length; i++) {
      const key = this.#counted[i] as number;
      const total = this.#counts.get(key);
      if (total === undefined) continue;
      push(totals, (key - (key % 4096)) / 4096);
      push(totals, key % 4096);
      push(totals, total.reads);
      push(totals, total.writes);
    }
    return { skipped: this.#skipped, unrecorded: this.#unrecorded, totals };
  }
}

/** Puts the bytes that a write replaced into its row, and those it left into the shadow. */
function replaceElement(
  rows: Uint32Array,
  row: number,
  size: number,
  bytes: Uint8Array,
  tracked: number,
): void {
  const offset = rows[row + 2] as number;
  // Beyond what is tracked nothing is kept.
  if (offset + (1 << size) > tracked) return;
  for (let word = 0; word < (size === 3 ? 2 : 1); word++) {
    const start = offset + 4 * word;
    const after = rows[row + 5 + word] as number;
    const width = size === 3 ? 4 : 1 << size;
    let before = 0;
    for (let i = 0; i < width; i++) {
      before |= (bytes[start + i] as number) << (8 * i);
      bytes[start + i] = after >>> (8 * i);
    }
    rows[row + 3 + word] = before;
  }
}

/** Bytes `[start, start + length)` of an array over a whole buffer: a view. */
function bytesOf(bytes: Uint8Array, start: number, length: number): Uint8Array {
  return new NativeUint8Array(typedArrayBuffer(bytes), start, length);
}

function copyWords(words: Uint32Array, length: number): Uint32Array {
  const copy = new NativeUint32Array(length);
  arraySet(copy, new NativeUint32Array(typedArrayBuffer(words), 0, length));
  return copy;
}

function traceBuffer(record: BufferRecord): TraceBuffer {
  const { name, at, line, filled, first, shadow } = record;
  const { byteLength, maxByteLength, shared } = first;
  const initial = shadow?.initial ?? new NativeUint8Array(0);
  return { name, at, byteLength, maxByteLength, shared, line, initial, filled };
}

function traceView(record: ViewRecord): TraceView {
  const { name, at, kind, byteOffset, byteLength, lengthTracking, line, buffer } = record;
  return { name, at, bufferId: buffer.id, kind, byteOffset, byteLength, lengthTracking, line };
}

/**
 * Memory at any step: a cursor that walks the rows forwards, and backwards as an undo log (each row keeps the bytes it
 * replaced). What it yields at step n depends on the trace and n alone, whichever way it got there.
 */
import { ELEMENT_TYPES } from '../bytes/view-kinds';
import {
  MAX_DATAVIEW_CALLS,
  MAX_TRACKED_BYTES,
  type BufferState,
  type DataViewCall,
  type MemoryState,
} from './memory-state';
import {
  bufferOf,
  KIND,
  kindOf,
  LITTLE_ENDIAN,
  RANGED,
  ROW_WORDS,
  rowKeptLength,
  sizeOf,
  storesBytes,
  VIA_DATAVIEW,
  viewOf,
  WAS_ZERO,
} from './rows';
import { elementType, type Trace } from './trace';

interface ReplayBuffer {
  /** As long as the buffer ever gets within what is tracked, so that growing needs no new memory. */
  readonly bytes: Uint8Array;
  /** The same memory as 32-bit words, for the common case of an aligned element. */
  readonly words: Uint32Array;
  byteLength: number;
  detached: boolean;
}

type Checkpoint = readonly {
  readonly bytes: Uint8Array;
  readonly byteLength: number;
  readonly detached: boolean;
}[];

const NEVER = 0xffffffff;
const MIN_INTERVAL = 8192;
/** What checkpoints may cost; a row takes 28 bytes, and 32 is all that a step may. */
const CHECKPOINT_BYTES_PER_STEP = 3;

export class Replay {
  readonly trace: Trace;
  readonly #buffers: readonly ReplayBuffer[];
  /** Memory at every `#interval`th step the cursor has passed, by index; holes where it has not been. */
  readonly #checkpoints: (Checkpoint | undefined)[] = [];
  /** Steps between checkpoints: so many that checkpoints never cost more than a few bytes for each step. */
  readonly #interval: number;
  #step = 0;
  /** By buffer, for each byte the first step that wrote it; NEVER when none did. Found out when first asked for. */
  #firstWrites: readonly Uint32Array[] | null = null;

  /** @param maxTracked bytes followed of each buffer */
  constructor(trace: Trace, maxTracked = MAX_TRACKED_BYTES) {
    this.trace = trace;
    this.#buffers = trace.buffers.map((buffer, id) => {
      const longest = longestLength(trace, id);
      const length = Math.min(longest, maxTracked);
      const words = new Uint32Array((length + 3) >> 2);
      const bytes = new Uint8Array(words.buffer, 0, length);
      bytes.set(buffer.initial.subarray(0, bytes.length));
      return { bytes, words, byteLength: buffer.byteLength, detached: false };
    });
    const tracked = this.#buffers.reduce((sum, { bytes }) => sum + bytes.length, 0);
    this.#interval = Math.max(MIN_INTERVAL, Math.ceil(tracked / CHECKPOINT_BYTES_PER_STEP));
  }

  /** Where the cursor stands: 0 to `trace.steps`. */
  get step(): number {
    return this.#step;
  }

  /** Bytes of memory that this replay holds beside the trace, checkpoints included. */
  get heldBytes(): number {
    let held = 0;
    for (const { words } of this.#buffers) held += words.byteLength;
    for (const { byteLength } of this.#firstWrites ?? []) held += byteLength;
    for (const checkpoint of this.#checkpoints) {
      for (const { bytes } of checkpoint ?? []) held += bytes.byteLength;
    }
    return held;
  }

  /** Goes to a step; numbers outside the trace go to its ends. */
  seek(step: number): void {
    const target = Math.max(0, Math.min(this.trace.steps, Math.trunc(step)));
    const nearest = Math.round(target / this.#interval);
    const checkpoint = this.#checkpoints[nearest];
    const at = nearest * this.#interval;
    if (checkpoint && Math.abs(target - at) < Math.abs(target - this.#step)) {
      this.#restore(checkpoint);
      this.#step = at;
    }
    while (this.#step < target) {
      // Stop at each checkpoint's place on the way, to leave one there.
      const next = Math.min(target, (Math.floor(this.#step / this.#interval) + 1) * this.#interval);
      this.#walk(this.#step, next);
      this.#step = next;
      if (next % this.#interval === 0) this.#checkpoints[next / this.#interval] ??= this.#take();
    }
    if (target < this.#step) this.#walkBack(this.#step, target);
    this.#step = target;
  }

  #take(): Checkpoint {
    return this.#buffers.map(({ bytes, byteLength, detached }) => ({
      bytes: bytes.slice(),
      byteLength,
      detached,
    }));
  }

  #restore(checkpoint: Checkpoint): void {
    checkpoint.forEach((saved, id) => {
      const buffer = this.#buffers[id];
      if (!buffer) return;
      buffer.bytes.set(saved.bytes);
      buffer.byteLength = saved.byteLength;
      buffer.detached = saved.detached;
    });
  }

  /** The live bytes of a buffer at this step: valid until the next `seek`, never to be written to. */
  bytesOf(bufferId: number): Uint8Array {
    const buffer = this.#buffers[bufferId];
    if (!buffer || buffer.detached) return new Uint8Array(0);
    return buffer.bytes.subarray(0, Math.min(buffer.byteLength, buffer.bytes.length));
  }

  /** Memory at this step, as visualizers read it: a copy that stays as it is. */
  memory(): MemoryState {
    const { trace } = this;
    const step = this.#step;
    const firstWrites = (this.#firstWrites ??= this.#findFirstWrites());
    const buffers = this.#buffers.flatMap((buffer, id): BufferState[] => {
      const made = trace.buffers[id];
      if (!made || made.at > step) return [];
      const bytes = this.bytesOf(id).slice();
      const written = new Uint8Array(bytes.length);
      const firstWrite = firstWrites[id];
      for (let i = 0; i < written.length; i++) {
        if ((firstWrite?.[i] ?? NEVER) <= step) written[i] = 1;
      }
      return [
        {
          id,
          name: made.name,
          byteLength: buffer.detached ? 0 : buffer.byteLength,
          maxByteLength: made.maxByteLength,
          shared: made.shared,
          detached: buffer.detached,
          bytes,
          written,
          line: made.line,
        },
      ];
    });
    const views = trace.views.flatMap((view, id) => {
      const buffer = this.#buffers[view.bufferId];
      if (!buffer || view.at > step) return [];
      return [
        {
          id,
          bufferId: view.bufferId,
          kind: view.kind,
          name: view.name,
          byteOffset: view.byteOffset,
          byteLength: viewLength(
            view.byteOffset,
            view.byteLength,
            view.lengthTracking,
            buffer.detached ? 0 : buffer.byteLength,
            view.kind === 'DataView' ? 1 : ELEMENT_TYPES[view.kind].byteSize,
          ),
          lengthTracking: view.lengthTracking,
          line: view.line,
        },
      ];
    });
    return {
      buffers,
      views,
      calls: dataViewCalls(trace, step),
      omittedBuffers: trace.final?.omittedBuffers ?? 0,
    };
  }

  #walk(from: number, to: number): void {
    const { rows } = this.trace;
    for (let at = from * ROW_WORDS; at < to * ROW_WORDS; at += ROW_WORDS) {
      const meta = rows[at] as number;
      if (sizeOf(meta) === RANGED) this.#applyRange(at);
      else if (kindOf(meta) !== KIND.read) this.#store(rows, at, meta, at + 5);
    }
  }

  #walkBack(from: number, to: number): void {
    const { rows } = this.trace;
    for (let at = (from - 1) * ROW_WORDS; at >= to * ROW_WORDS; at -= ROW_WORDS) {
      const meta = rows[at] as number;
      if (sizeOf(meta) === RANGED) this.#undoRange(at);
      else if (kindOf(meta) !== KIND.read) this.#store(rows, at, meta, at + 3);
    }
  }

  /** Stores the raw bytes at `from` where the row says. Nearly all steps of a long trace end here, so it looks at little. */
  #store(rows: Uint32Array, at: number, meta: number, from: number): void {
    const buffer = this.#buffers[bufferOf(meta)];
    if (buffer === undefined) return;
    const offset = rows[at + 2] as number;
    const { bytes } = buffer;
    const size = sizeOf(meta);
    if (size === 0) {
      // Beyond what is tracked a typed array ignores the store, which is what is wanted.
      bytes[offset] = rows[from] as number;
    } else if (size === 2 && HOST_IS_LITTLE_ENDIAN && (offset & 3) === 0) {
      if (offset + 4 <= bytes.length) buffer.words[offset >>> 2] = rows[from] as number;
    } else {
      store(bytes, offset, size, rows[from] as number, rows[from + 1] as number);
    }
  }

  #applyRange(at: number): void {
    const { rows, payload, details } = this.trace;
    const meta = rows[at] as number;
    const kind = kindOf(meta);
    const buffer = this.#buffers[bufferOf(meta)];
    if (!buffer || kind === KIND.read) return;
    if (kind === KIND.detach) {
      buffer.detached = true;
    } else if (kind === KIND.resize) {
      const lengths = details[rows[at + 5] as number]?.lengths;
      if (!lengths) return;
      // ECMA-262 §25.1.6.6: the bytes given up are gone; those gained are 0. Beyond both nothing stood.
      const { before, after } = lengths;
      buffer.bytes.fill(0, Math.min(before, after), Math.max(before, after));
      buffer.byteLength = lengths.after;
    } else if (storesBytes(kind)) {
      const kept = rows[at + 6] as number;
      const from = (rows[at + 3] as number) + ((meta & WAS_ZERO) !== 0 ? 0 : kept);
      restoreRange(payload, from, kept, buffer.bytes, rows[at + 2] as number);
    }
  }

  #undoRange(at: number): void {
    const { rows, payload, details } = this.trace;
    const meta = rows[at] as number;
    const kind = kindOf(meta);
    const buffer = this.#buffers[bufferOf(meta)];
    if (!buffer || kind === KIND.read) return;
    const from = rows[at + 3] as number;
    const kept = rows[at + 6] as number;
    if (kind === KIND.detach) {
      buffer.detached = false;
    } else if (kind === KIND.resize) {
      const lengths = details[rows[at + 5] as number]?.lengths;
      if (!lengths) return;
      buffer.byteLength = lengths.before;
      // Shrinking kept the bytes it gave up in the payload.
      if (lengths.after < lengths.before)
        restoreRange(payload, from, kept, buffer.bytes, lengths.after);
    } else if (storesBytes(kind)) {
      const start = rows[at + 2] as number;
      if ((meta & WAS_ZERO) !== 0) buffer.bytes.fill(0, start, start + kept);
      else restoreRange(payload, from, kept, buffer.bytes, start);
    }
  }

  #findFirstWrites(): readonly Uint32Array[] {
    const { rows, steps, buffers } = this.trace;
    const firstWrites = this.#buffers.map(({ bytes }, id) => {
      const { initial, filled } = buffers[id] ?? { initial: bytes, filled: false };
      const first = new Uint32Array(bytes.length).fill(filled ? 0 : NEVER);
      for (let i = 0; i < initial.length && i < first.length; i++)
        if (initial[i] !== 0) first[i] = 0;
      return first;
    });
    for (let step = 1; step <= steps; step++) {
      const at = (step - 1) * ROW_WORDS;
      const meta = rows[at] as number;
      const first = firstWrites[bufferOf(meta)];
      if (first === undefined || !storesBytes(kindOf(meta))) continue;
      const start = rows[at + 2] as number;
      const end = Math.min(start + rowKeptLength(rows, at), first.length);
      for (let byte = start; byte < end; byte++) {
        if ((first[byte] as number) > step) first[byte] = step;
      }
    }
    return firstWrites;
  }
}

/** Memory at one step: what `Replay` yields, without keeping the cursor. */
export function memoryAt(trace: Trace, step: number): MemoryState {
  const replay = new Replay(trace);
  replay.seek(step);
  return replay.memory();
}

/** Stores the raw bytes of an element, at most eight, as two words hold them: lowest address in the lowest bits. */
function store(bytes: Uint8Array, offset: number, size: number, low: number, high: number): void {
  if (offset + (1 << size) > bytes.length) return;
  bytes[offset] = low;
  if (size === 0) return;
  bytes[offset + 1] = low >>> 8;
  if (size === 1) return;
  bytes[offset + 2] = low >>> 16;
  bytes[offset + 3] = low >>> 24;
  if (size === 2) return;
  bytes[offset + 4] = high;
  bytes[offset + 5] = high >>> 8;
  bytes[offset + 6] = high >>> 16;
  bytes[offset + 7] = high >>> 24;
}

/** Copies `length` bytes of the payload to where they belong, as far as it is tracked. */
function restoreRange(
  payload: Uint8Array,
  from: number,
  length: number,
  bytes: Uint8Array,
  offset: number,
): void {
  const room = Math.min(length, bytes.length - offset);
  if (room > 0) bytes.set(payload.subarray(from, from + room), offset);
}

/** The DataView calls made until a step, the first MAX_DATAVIEW_CALLS of them. */
export function dataViewCalls(trace: Trace, until: number): DataViewCall[] {
  const { rows, sites } = trace;
  const calls: DataViewCall[] = [];
  for (let step = 1; step <= until && calls.length < MAX_DATAVIEW_CALLS; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = rows[at] as number;
    if ((meta & VIA_DATAVIEW) === 0 || sizeOf(meta) === RANGED) continue;
    const type = elementType(trace, meta);
    if (type === null) continue;
    calls.push({
      viewId: viewOf(meta),
      method: kindOf(meta) === KIND.read ? 'get' : 'set',
      type,
      byteOffset: rows[at + 2] as number,
      littleEndian: (meta & LITTLE_ENDIAN) !== 0,
      line: sites[rows[at + 1] as number]?.line ?? null,
    });
  }
  return calls;
}

/** Rows hold raw bytes lowest address first, which is a word of the host only where the host is little-endian. */
const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** The most bytes a buffer ever had. */
function longestLength(trace: Trace, bufferId: number): number {
  let longest = trace.buffers[bufferId]?.byteLength ?? 0;
  if (trace.buffers[bufferId]?.maxByteLength === null) return longest;
  for (let step = 0; step < trace.steps; step++) {
    const meta = trace.rows[step * ROW_WORDS] as number;
    if (kindOf(meta) !== KIND.resize || bufferOf(meta) !== bufferId) continue;
    const detail = trace.details[trace.rows[step * ROW_WORDS + 5] as number];
    longest = Math.max(longest, detail?.lengths?.after ?? 0);
  }
  return longest;
}

/**
 * Bytes of a view over a buffer of `bufferLength` bytes: a fixed view that does not fit has none, a length-tracking
 * one follows. @see ECMA-262 §10.4.5.9 (IsTypedArrayOutOfBounds)
 */
function viewLength(
  byteOffset: number,
  byteLength: number,
  lengthTracking: boolean,
  bufferLength: number,
  elementSize: number,
): number {
  if (lengthTracking) {
    const room = Math.max(0, bufferLength - byteOffset);
    return room - (room % elementSize);
  }
  return byteOffset + byteLength <= bufferLength ? byteLength : 0;
}

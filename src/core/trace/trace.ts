/**
 * A trace: every access a run made to memory, in order, as packed rows. A step is an index into it, from 1; step 0 is
 * the moment before the first access. Buffers and views are no steps: they come into being between two of them.
 */
import type { ByteRange } from '../bytes/ranges';
import { ELEMENT_KINDS, ELEMENT_TYPES, type ElementKind, type ViewKind } from '../bytes/view-kinds';
import type { BlobFact, UrlFact } from './blob-facts';
import type { MemoryState } from './memory-state';
import type { PictureFact } from './picture-facts';
import type { PlaybackFact } from './playback-facts';
import {
  ASSIGNED_NUMBER,
  ASSIGNED_TEXT,
  bufferOf,
  kindOf,
  LITTLE_ENDIAN,
  NO_BUFFER,
  NO_VIEW,
  RANGED,
  ROW_WORDS,
  rowByteLength,
  rowKeptLength,
  rowFamily,
  sizeOf,
  STEP_KINDS,
  storesBytes,
  VIA_DATAVIEW,
  viewOf,
  WAS_ZERO,
  type StepKind,
} from './rows';

/** A place in the learner's source. Lines and columns are 1-based. */
export interface Site {
  readonly line: number;
  readonly column: number;
  /** The statement or expression as written, shortened to one line. */
  readonly text: string;
}

/** A buffer as it was when the recorder first saw it. */
export interface TraceBuffer {
  readonly name: string | null;
  /** Steps that had been recorded when it came into being. */
  readonly at: number;
  readonly byteLength: number;
  readonly maxByteLength: number | null;
  readonly shared: boolean;
  readonly line: number | null;
  /** Its first tracked bytes at that moment; empty when all of them were 0. */
  readonly initial: Uint8Array;
  /** Its bytes came with it (values, a file, a native's result), so zeros in it are content too. */
  readonly filled: boolean;
}

export interface TraceView {
  readonly name: string | null;
  readonly at: number;
  readonly bufferId: number;
  readonly kind: ViewKind;
  readonly byteOffset: number;
  /** Bytes when it was made. */
  readonly byteLength: number;
  readonly lengthTracking: boolean;
  readonly line: number | null;
}

/** What a ranged or rare step was, beyond its row. */
export interface StepDetail {
  /** The built-in that did it: `set`, `fill`, `sort`, `slice`, `TextEncoder.encodeInto`, … */
  readonly operation: string;
  /** Where the bytes came from. */
  readonly source: { readonly bufferId: number; readonly range: ByteRange } | null;
  /** For `resize`: bytes before and after. */
  readonly lengths?: { readonly before: number; readonly after: number };
  /** For `blob` and `blobread`; the step's range is in bytes of the Blob's root. */
  readonly blob?: BlobFact;
  /** For `url`; missing where an address that was never made is revoked. */
  readonly url?: UrlFact;
  /** For `canvas`. */
  readonly picture?: PictureFact;
  /** For `media`. */
  readonly playback?: PlaybackFact;
}

/** Exact counts of accesses at a site through a view, kept to the end whether or not their rows were kept. */
export interface AccessTotals {
  readonly site: number;
  /** NO_VIEW where the view is not held. */
  readonly view: number;
  readonly reads: number;
  readonly writes: number;
}

export interface Trace {
  /** How many steps were recorded. */
  readonly steps: number;
  /** `steps` rows of ROW_WORDS words. */
  readonly rows: Uint32Array;
  readonly payload: Uint8Array;
  readonly sites: readonly Site[];
  readonly buffers: readonly TraceBuffer[];
  readonly views: readonly TraceView[];
  readonly details: readonly StepDetail[];
  /** By step: an assigned value that does not fit in the row, as text (`"abc"`, `5n`, `undefined`). */
  readonly assigned: ReadonlyMap<number, string>;
  /** First step of each task, in order: async work keeps its order and its lane. */
  readonly tasks: readonly number[];
  readonly totals: readonly AccessTotals[];
  /** Accesses before the first step, when the recording began later. */
  readonly skipped: number;
  /** Accesses after the cap: counted in `totals`, not in `rows`. */
  readonly unrecorded: number;
  /** Memory when the recording was taken: exact, whatever was not recorded; null when the run was ended before. */
  readonly final: MemoryState | null;
}

export const EMPTY_TRACE: Trace = {
  steps: 0,
  rows: new Uint32Array(0),
  payload: new Uint8Array(0),
  sites: [],
  buffers: [],
  views: [],
  details: [],
  assigned: new Map(),
  tasks: [],
  totals: [],
  skipped: 0,
  unrecorded: 0,
  final: null,
};

/** One step, unpacked for reading. */
export interface Step {
  /** 1-based. */
  readonly step: number;
  readonly kind: StepKind;
  readonly site: Site | null;
  /** Null for steps that touch no buffer. */
  readonly bufferId: number | null;
  readonly viewId: number | null;
  readonly range: ByteRange;
  readonly littleEndian: boolean;
  readonly viaDataView: boolean;
  /** How the bytes are read: the view's kind, or what the DataView call said. Null for ranges and the host's doing. */
  readonly type: ElementKind | null;
  /** The tracked bytes of the range before and after the step; empty for reads. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  /** The value assigned where it is not the one that was stored: a number, or text for other values. */
  readonly assigned: number | string | null;
  readonly detail: StepDetail | null;
}

const EMPTY: Uint8Array = new Uint8Array(0);

/**
 * The step with this number.
 *
 * @throws RangeError when `step` is not between 1 and `trace.steps`.
 */
export function stepAt(trace: Trace, step: number): Step {
  if (!Number.isInteger(step) || step < 1 || step > trace.steps) {
    throw new RangeError(`Step ${step} does not exist: this trace has steps 1 to ${trace.steps}.`);
  }
  const { rows, payload } = trace;
  const at = (step - 1) * ROW_WORDS;
  const word = (index: number): number => rows[at + index] ?? 0;
  const meta = word(0);
  const kind = kindOf(meta);
  const ranged = sizeOf(meta) === RANGED;
  const byteLength = rowByteLength(rows, at);
  const start = word(2);
  let before = EMPTY;
  let after = EMPTY;
  if (ranged && storesBytes(kind)) {
    const kept = rowKeptLength(rows, at);
    const wasZero = (meta & WAS_ZERO) !== 0;
    const from = word(3) + (wasZero ? 0 : kept);
    before = wasZero ? new Uint8Array(kept) : payload.subarray(word(3), word(3) + kept);
    after = payload.subarray(from, from + kept);
  } else if (!ranged && storesBytes(kind)) {
    before = rawBytes(word(3), byteLength > 4 ? word(4) : 0, byteLength);
    after = rawBytes(word(5), byteLength > 4 ? word(6) : 0, byteLength);
  }
  const view = viewOf(meta);
  const buffer = bufferOf(meta);
  return {
    step,
    kind: STEP_KINDS[kind] ?? 'host',
    site: word(1) === 0 ? null : (trace.sites[word(1)] ?? null),
    bufferId: buffer === NO_BUFFER ? null : buffer,
    viewId: view === NO_VIEW ? null : view,
    range: { start, end: start + byteLength },
    littleEndian: (meta & LITTLE_ENDIAN) !== 0,
    viaDataView: (meta & VIA_DATAVIEW) !== 0,
    type: ranged ? null : elementType(trace, meta),
    before,
    after,
    assigned: assignedAt(trace, step, meta, word(4), word(6)),
    detail: ranged ? (trace.details[word(5)] ?? null) : null,
  };
}

/** The first `byteLength` bytes of two words, lowest address in the lowest bits. */
function rawBytes(low: number, high: number, byteLength: number): Uint8Array {
  const words = new DataView(new ArrayBuffer(8));
  words.setUint32(0, low, true);
  words.setUint32(4, high, true);
  return new Uint8Array(words.buffer, 0, byteLength);
}

function assignedAt(
  trace: Trace,
  step: number,
  meta: number,
  low: number,
  high: number,
): number | string | null {
  if ((meta & ASSIGNED_TEXT) !== 0) return trace.assigned.get(step) ?? null;
  if ((meta & ASSIGNED_NUMBER) === 0) return null;
  const words = new DataView(new ArrayBuffer(8));
  words.setUint32(0, low, true);
  words.setUint32(4, high, true);
  return words.getFloat64(0, true);
}

/** How an element row's bytes are read. */
export function elementType(trace: Trace, meta: number): ElementKind | null {
  if ((meta & VIA_DATAVIEW) === 0) {
    const kind = trace.views[viewOf(meta)]?.kind;
    return kind === undefined || kind === 'DataView' ? null : kind;
  }
  const family = rowFamily(meta);
  const byteSize = 1 << sizeOf(meta);
  return (
    ELEMENT_KINDS.find(
      (kind) =>
        ELEMENT_TYPES[kind].family === family &&
        ELEMENT_TYPES[kind].byteSize === byteSize &&
        kind !== 'Uint8ClampedArray',
    ) ?? null
  );
}

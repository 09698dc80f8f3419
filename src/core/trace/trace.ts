/**
 * A trace: every access a run made to memory, in order, as packed rows. A step is an index into it, from 1; step 0 is
 * the moment before the first access. Buffers and views are no steps: they come into being between two of them.
 */
import type { ViewKind } from '../bytes/view-kinds';
import type { MemoryState } from './memory-state';
import type { ByteRange } from '../bytes/ranges';
import {
  bufferOf,
  HAS_ASSIGNED,
  kindOf,
  LITTLE_ENDIAN,
  NO_VIEW,
  RANGED,
  ROW_WORDS,
  sizeOf,
  STEP_KINDS,
  VIA_DATAVIEW,
  viewOf,
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
  /** Its first tracked bytes at that moment. */
  readonly initial: Uint8Array;
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
}

/** Exact counts of accesses, kept to the end of the program whether or not their rows were kept. */
export interface AccessTotals {
  readonly site: number;
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
  /** By step: the value assigned where it is not the one that was stored, as text (`300`, `NaN`, `5n`). */
  readonly assigned: ReadonlyMap<number, string>;
  /** First step of each task, in order: async work keeps its order and its lane. */
  readonly tasks: readonly number[];
  readonly totals: readonly AccessTotals[];
  /** Accesses after the cap: counted in `totals`, not in `rows`. */
  readonly unrecorded: number;
  /** Memory when the recording was taken: exact, whatever was not recorded. */
  readonly final: MemoryState;
}

/** One step, unpacked for reading. */
export interface Step {
  /** 1-based. */
  readonly step: number;
  readonly kind: StepKind;
  readonly site: Site | null;
  readonly bufferId: number;
  readonly viewId: number | null;
  readonly range: ByteRange;
  readonly littleEndian: boolean;
  readonly viaDataView: boolean;
  /** The bytes of the range before and after the step; empty for reads. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly assigned: string | null;
  readonly detail: StepDetail | null;
}

const EMPTY = new Uint8Array(0);

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
  const size = sizeOf(meta);
  const kind = STEP_KINDS[kindOf(meta)] ?? 'host';
  const ranged = size === RANGED;
  const byteLength = ranged ? word(4) : 1 << size;
  const start = word(2);
  const changes = kind !== 'read' && kind !== 'resize' && kind !== 'detach';
  const view = viewOf(meta);
  let before = EMPTY;
  let after = EMPTY;
  if (ranged) {
    const from = word(3);
    if (changes && from !== NO_PAYLOAD) {
      before = payload.subarray(from, from + byteLength);
      after = payload.subarray(from + byteLength, from + 2 * byteLength);
    }
  } else if (changes) {
    const bytes = new Uint8Array(rows.buffer, rows.byteOffset + (at + 3) * 4, 16);
    before = bytes.slice(0, byteLength);
    after = bytes.slice(8, 8 + byteLength);
  }
  return {
    step,
    kind,
    site: trace.sites[word(1)] ?? null,
    bufferId: bufferOf(meta),
    viewId: view === NO_VIEW ? null : view,
    range: { start, end: start + byteLength },
    littleEndian: (meta & LITTLE_ENDIAN) !== 0,
    viaDataView: (meta & VIA_DATAVIEW) !== 0,
    before,
    after,
    assigned: (meta & HAS_ASSIGNED) !== 0 ? (trace.assigned.get(step) ?? null) : null,
    detail: ranged ? (trace.details[word(5)] ?? null) : null,
  };
}

/** In a ranged row's third word: the bytes lie outside what is tracked, or it was a read. */
export const NO_PAYLOAD = 0xffffffff;

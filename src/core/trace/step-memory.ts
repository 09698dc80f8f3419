/**
 * Memory at a step as a picture asks for it, byte by byte and without copies: what is there, what is known to have been
 * written, what the step itself changed. A replay cursor stands behind it.
 */
import type { ByteRange } from '../bytes/ranges';
import { ELEMENT_TYPES } from '../bytes/view-kinds';
import { Replay } from './replay';
import { bufferOf, KIND, kindOf, ROW_WORDS, rowKeptLength, storesBytes } from './rows';
import { stepAt, type Step, type Trace } from './trace';

/** Bytes of a page of first writes: worked out when first asked for, so that a large buffer costs nothing unseen. */
const PAGE = 4096;
const NEVER = 0xffffffff;

/** The length of a buffer from a step on. */
interface Length {
  readonly step: number;
  readonly byteLength: number;
  readonly detached: boolean;
}

export class StepMemory {
  readonly trace: Trace;
  readonly #replay: Replay;
  readonly #lengths: readonly (readonly Length[])[];
  readonly #pages = new Map<string, Uint32Array>();
  #current: Step | null = null;

  constructor(trace: Trace) {
    this.trace = trace;
    this.#replay = new Replay(trace);
    this.#lengths = lengthsOf(trace);
  }

  /** 0 to `trace.steps`. */
  get step(): number {
    return this.#replay.step;
  }

  /** What happened at this step; null at step 0. */
  get current(): Step | null {
    return this.#current;
  }

  /** Goes to a step; numbers outside the trace go to its ends. */
  seek(step: number): void {
    this.#replay.seek(step);
    this.#current = this.step === 0 ? null : stepAt(this.trace, this.step);
  }

  /** The live bytes of a buffer: valid until the next `seek`, never to be written to. */
  bytesOf(bufferId: number): Uint8Array {
    return this.#replay.bytesOf(bufferId);
  }

  isMade(bufferId: number): boolean {
    return (this.trace.buffers[bufferId]?.at ?? NEVER) <= this.step;
  }

  isDetached(bufferId: number): boolean {
    return this.#lengthOf(bufferId)?.detached ?? false;
  }

  /** Bytes: 0 once detached. */
  byteLengthOf(bufferId: number): number {
    return this.#lengthOf(bufferId)?.byteLength ?? 0;
  }

  /** Whether a write to this byte is known at this step, or it came filled. */
  wasWritten(bufferId: number, byteOffset: number): boolean {
    const page = Math.floor(byteOffset / PAGE);
    const key = `${bufferId} ${page}`;
    let first = this.#pages.get(key);
    if (!first) this.#pages.set(key, (first = firstWrites(this.trace, bufferId, page)));
    return (first[byteOffset - page * PAGE] ?? NEVER) <= this.step;
  }

  /** Whether the step gave this byte another value than it had. */
  changed(bufferId: number, byteOffset: number): boolean {
    const step = this.#current;
    if (step?.bufferId !== bufferId) return false;
    const at = byteOffset - step.range.start;
    return at >= 0 && at < step.after.length && step.before[at] !== step.after[at];
  }

  isViewMade(viewId: number): boolean {
    const view = this.trace.views[viewId];
    return view !== undefined && view.at <= this.step;
  }

  /**
   * The bytes a view reaches now, from the start of its buffer: none before it is made, once its buffer is detached, and
   * while it is out of bounds. @see ECMA-262 §10.4.5.9 (IsTypedArrayOutOfBounds)
   */
  rangeOfView(viewId: number): ByteRange {
    const view = this.trace.views[viewId];
    if (!view || !this.isViewMade(viewId)) return { start: 0, end: 0 };
    const { byteOffset: start, byteLength, lengthTracking, bufferId, kind } = view;
    const room = this.byteLengthOf(bufferId);
    if (!lengthTracking)
      return { start, end: start + byteLength <= room ? start + byteLength : start };
    const length = Math.max(0, room - start);
    const elementSize = kind === 'DataView' ? 1 : ELEMENT_TYPES[kind].byteSize;
    return { start, end: start + length - (length % elementSize) };
  }

  #lengthOf(bufferId: number): Length | undefined {
    const lengths = this.#lengths[bufferId] ?? [];
    // Asked for each view at each paint, of a buffer that may have been resized at every step: halved, not walked.
    let from = 0;
    let to = lengths.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if ((lengths[middle] as Length).step <= this.step) from = middle;
      else to = middle - 1;
    }
    return lengths[from];
  }
}

/** The most bytes each buffer ever has, by id: what a picture needs room for. */
export function longestLengths(trace: Trace): readonly number[] {
  return lengthsOf(trace).map((lengths) =>
    lengths.reduce((longest, { byteLength }) => Math.max(longest, byteLength), 0),
  );
}

function lengthsOf(trace: Trace): readonly (readonly Length[])[] {
  const lengths = trace.buffers.map(({ byteLength }): Length[] => [
    { step: 0, byteLength, detached: false },
  ]);
  for (let step = 1; step <= trace.steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = trace.rows[at] as number;
    const kind = kindOf(meta);
    if (kind !== KIND.resize && kind !== KIND.detach) continue;
    const changed = trace.details[trace.rows[at + 5] as number]?.lengths;
    if (kind === KIND.detach) {
      lengths[bufferOf(meta)]?.push({ step, byteLength: 0, detached: true });
    } else if (changed) {
      lengths[bufferOf(meta)]?.push({ step, byteLength: changed.after, detached: false });
    }
  }
  return lengths;
}

/** For each byte of a page the first step that wrote it; 0 where it came filled, NEVER where nothing did. */
function firstWrites(trace: Trace, bufferId: number, page: number): Uint32Array {
  const start = page * PAGE;
  const first = new Uint32Array(PAGE).fill(NEVER);
  const made = trace.buffers[bufferId];
  if (made?.filled) first.fill(0, 0, Math.max(0, Math.min(PAGE, made.byteLength - start)));
  else {
    made?.initial.subarray(start, start + PAGE).forEach((value, at) => {
      if (value !== 0) first[at] = 0;
    });
  }
  for (let step = 1; step <= trace.steps; step++) {
    const at = (step - 1) * ROW_WORDS;
    const meta = trace.rows[at] as number;
    if (bufferOf(meta) !== bufferId || !storesBytes(kindOf(meta))) continue;
    const from = (trace.rows[at + 2] as number) - start;
    const to = from + rowKeptLength(trace.rows, at);
    for (let byte = Math.max(0, from); byte < to && byte < PAGE; byte++) {
      if ((first[byte] as number) > step) first[byte] = step;
    }
  }
  return first;
}

/** Bytes that differ between the last recorded step and the end of the run; null when the end is not known. */
export function unrecordedChanges(trace: Trace): number | null {
  if (!trace.final) return null;
  if (trace.unrecorded === 0) return 0;
  const replay = new Replay(trace);
  replay.seek(trace.steps);
  let changes = 0;
  for (const { id, bytes } of trace.final.buffers) {
    const before = replay.bytesOf(id);
    const shared = Math.min(bytes.length, before.length);
    for (let at = 0; at < shared; at++) if (bytes[at] !== before[at]) changes++;
    changes += Math.abs(bytes.length - before.length);
  }
  return changes;
}

/**
 * Appends steps to rows, in slabs that can leave a busy Worker as they fill. The recorder writes through it; tests
 * build traces with it. Hot: element accesses allocate nothing.
 */
import type { ByteRange } from '../bytes/ranges';
import { packMeta, RANGED, ROW_WORDS } from './rows';
import { NO_PAYLOAD, type StepDetail } from './trace';

/** Rows of one slab: 4,096 rows are 112 KiB. */
export const SLAB_ROWS = 4096;

export interface Slab {
  /** Number of the first step in it, counted from 1. */
  readonly firstStep: number;
  readonly rows: Uint32Array;
}

export class TraceWriter {
  /** Steps recorded so far. */
  steps = 0;
  readonly details: StepDetail[] = [];
  readonly assigned = new Map<number, string>();
  /** The words of the slab being filled. */
  #rows = new Uint32Array(SLAB_ROWS * ROW_WORDS);
  #at = 0;
  #firstStep = 1;
  #payload = new Uint8Array(1024);
  #payloadLength = 0;
  readonly #onSlab: (slab: Slab) => void;

  constructor(onSlab: (slab: Slab) => void) {
    this.#onSlab = onSlab;
  }

  /** An element access of 1, 2, 4 or 8 bytes (`size` 0 to 3): raw bytes before and after as two words each. */
  element(
    kind: number,
    size: number,
    flags: number,
    buffer: number,
    view: number,
    site: number,
    byteOffset: number,
    beforeLow: number,
    beforeHigh: number,
    afterLow: number,
    afterHigh: number,
  ): void {
    if (this.#at === this.#rows.length) this.flush();
    const rows = this.#rows;
    const at = this.#at;
    rows[at] = packMeta(kind, size, flags, buffer, view);
    rows[at + 1] = site;
    rows[at + 2] = byteOffset;
    rows[at + 3] = beforeLow;
    rows[at + 4] = beforeHigh;
    rows[at + 5] = afterLow;
    rows[at + 6] = afterHigh;
    this.#at = at + ROW_WORDS;
    this.steps++;
  }

  /** A ranged access: the bytes it replaced and the bytes it left, or neither for reads and untracked memory. */
  range(
    kind: number,
    flags: number,
    buffer: number,
    view: number,
    site: number,
    range: ByteRange,
    before: Uint8Array | null,
    after: Uint8Array | null,
    detail: StepDetail,
  ): void {
    if (this.#at === this.#rows.length) this.flush();
    const rows = this.#rows;
    const at = this.#at;
    rows[at] = packMeta(kind, RANGED, flags, buffer, view);
    rows[at + 1] = site;
    rows[at + 2] = range.start;
    rows[at + 3] = before === null ? NO_PAYLOAD : this.#keep(before, after);
    rows[at + 4] = range.end - range.start;
    rows[at + 5] = this.details.length;
    rows[at + 6] = 0;
    this.details.push(detail);
    this.#at = at + ROW_WORDS;
    this.steps++;
  }

  /** Hands over what the current slab holds. */
  flush(): void {
    if (this.#at === 0) return;
    this.#onSlab({ firstStep: this.#firstStep, rows: this.#rows.slice(0, this.#at) });
    this.#firstStep = this.steps + 1;
    this.#at = 0;
  }

  /** The payload so far: a copy. */
  payload(): Uint8Array {
    return this.#payload.slice(0, this.#payloadLength);
  }

  get payloadLength(): number {
    return this.#payloadLength;
  }

  #keep(before: Uint8Array, after: Uint8Array | null): number {
    const from = this.#payloadLength;
    const needed = from + before.length + (after?.length ?? 0);
    if (needed > this.#payload.length) {
      const larger = new Uint8Array(Math.max(needed, this.#payload.length * 2));
      larger.set(this.#payload.subarray(0, from));
      this.#payload = larger;
    }
    this.#payload.set(before, from);
    if (after) this.#payload.set(after, from + before.length);
    this.#payloadLength = needed;
    return from;
  }
}

/** Joins slabs into the rows of a trace. A slab that is missing ends it: what follows a gap cannot be replayed. */
export function joinSlabs(slabs: readonly Slab[]): { rows: Uint32Array; steps: number } {
  const inOrder = slabs.toSorted((a, b) => a.firstStep - b.firstStep);
  const kept: Uint32Array[] = [];
  let steps = 0;
  for (const slab of inOrder) {
    if (slab.firstStep !== steps + 1) break;
    kept.push(slab.rows);
    steps += slab.rows.length / ROW_WORDS;
  }
  const rows = new Uint32Array(steps * ROW_WORDS);
  let at = 0;
  for (const part of kept) {
    rows.set(part, at);
    at += part.length;
  }
  return { rows, steps };
}

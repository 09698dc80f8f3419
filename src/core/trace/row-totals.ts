/** What rows add up to, counted as they come, so that nobody has to walk a long recording again for it. */
import { MAX_TRACKED_BYTES } from './memory-state';
import {
  bufferOf,
  KIND,
  kindOf,
  NO_VIEW,
  ROW_WORDS,
  rowByteLength,
  storesBytes,
  viewOf,
} from './rows';
import type { AccessTotals } from './trace';

interface Total {
  readonly site: number;
  readonly view: number;
  reads: number;
  writes: number;
}

/** Reads and writes by site and view. */
export class RowTotals {
  readonly #totals = new Map<number, Total>();

  add(rows: Uint32Array): void {
    for (let at = 0; at < rows.length; at += ROW_WORDS) {
      const meta = rows[at] as number;
      const kind = kindOf(meta);
      if (kind > KIND.copy) continue;
      const total = totalOf(this.#totals, rows[at + 1] as number, viewOf(meta));
      if (kind === KIND.read) total.reads++;
      else total.writes++;
    }
  }

  /** The totals of the rows, and those counted after the last of them. @param counted as TraceCounts has them */
  with(counted: readonly number[]): AccessTotals[] {
    const totals = new Map<number, Total>();
    for (const [key, total] of this.#totals) totals.set(key, { ...total });
    for (let i = 0; i + 3 < counted.length; i += 4) {
      const total = totalOf(totals, counted[i] as number, counted[i + 1] ?? NO_VIEW);
      total.reads += counted[i + 2] as number;
      total.writes += counted[i + 3] as number;
    }
    return [...totals.values()];
  }
}

function totalOf(totals: Map<number, Total>, site: number, view: number): Total {
  const key = site * 4096 + view;
  let total = totals.get(key);
  if (total === undefined) totals.set(key, (total = { site, view, reads: 0, writes: 0 }));
  return total;
}

/** By buffer, the tracked bytes that rows have stored to. */
export class StoredBytes {
  readonly #marks: Uint8Array[] = [];

  add(rows: Uint32Array): void {
    for (let at = 0; at < rows.length; at += ROW_WORDS) {
      const meta = rows[at] as number;
      if (!storesBytes(kindOf(meta))) continue;
      const start = rows[at + 2] as number;
      const end = Math.min(start + rowByteLength(rows, at), MAX_TRACKED_BYTES);
      if (end > start) this.#reaching(bufferOf(meta), end).fill(1, start, end);
    }
  }

  /** A copy of `written` with what rows stored to in it. */
  markedIn(buffer: number, written: Uint8Array): Uint8Array {
    const marked = written.slice();
    const marks = this.#marks[buffer];
    const end = Math.min(marked.length, marks?.length ?? 0);
    for (let i = 0; i < end; i++) if (marks?.[i] === 1) marked[i] = 1;
    return marked;
  }

  #reaching(buffer: number, end: number): Uint8Array {
    const marks = this.#marks[buffer];
    if (marks !== undefined && marks.length >= end) return marks;
    const grown = new Uint8Array(
      Math.min(MAX_TRACKED_BYTES, Math.max(end, 2 * (marks?.length ?? 0))),
    );
    if (marks !== undefined) grown.set(marks);
    return (this.#marks[buffer] = grown);
  }
}

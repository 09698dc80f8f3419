/** What one recording may hold. A realm keeps to it by itself; a hostile one need not, so what joins its chunks counts. */
import { MAX_BUFFERS_HELD, MAX_TRACKED_BYTES, MAX_VIEWS_HELD } from './memory-state';
import {
  bufferOf,
  kindOf,
  NO_BUFFER,
  NO_VIEW,
  RANGED,
  ROW_WORDS,
  sizeOf,
  storesBytes,
  viewOf,
  WAS_ZERO,
} from './rows';
import type { TraceChunk } from './trace-chunk';

/** Rows of one full chunk: 1.75 MB. Each chunk costs a message out of a hot loop; slow programs send smaller ones. */
export const CHUNK_ROWS = 62_500;

/** Steps kept of one run; later accesses are only counted. */
export const MAX_STEPS = 250_000;
/** Bytes of ranged accesses kept of one run; what is over ends the recording as the cap on steps does. */
export const MAX_PAYLOAD = 16 * 1024 * 1024;
/** Assigned values kept as text. */
export const MAX_ASSIGNED_TEXTS = 10_000;
/** A task begins with a step of its own; the one that meets the cap has none. */
const MAX_TASKS = MAX_STEPS + 1;

/** The sums over the chunks of one recording. */
export class TraceLimits {
  #steps = 0;
  #payload = 0;
  #details = 0;
  #buffers = 0;
  #views = 0;
  #assigned = 0;
  #tasks = 0;
  /** Payload that rows have told apart as theirs: each byte belongs to one row, so replaying costs what was sent. */
  #claimed = 0;
  /** Tracked bytes under ranges that store, which for a recorder are those it sends. */
  #covered = 0;

  /** Counts a chunk in. @returns whether the recording may hold it; where not, nothing more may be asked */
  admit(chunk: TraceChunk): boolean {
    this.#steps += chunk.rows.length / ROW_WORDS;
    this.#payload += chunk.payload.length;
    this.#details += chunk.details.length;
    this.#buffers += chunk.buffers.length;
    this.#views += chunk.views.length;
    this.#assigned += chunk.assigned.length;
    this.#tasks += chunk.tasks.length;
    return (
      this.#steps <= MAX_STEPS &&
      this.#payload <= MAX_PAYLOAD &&
      this.#details <= this.#steps &&
      this.#buffers <= MAX_BUFFERS_HELD &&
      this.#views <= MAX_VIEWS_HELD &&
      this.#assigned <= MAX_ASSIGNED_TEXTS &&
      this.#tasks <= MAX_TASKS &&
      chunk.views.every(({ bufferId }) => bufferId < this.#buffers) &&
      chunk.details.every(({ source }) => source === null || source.bufferId < this.#buffers) &&
      this.#admitRows(chunk.rows)
    );
  }

  #admitRows(rows: Uint32Array): boolean {
    for (let at = 0; at < rows.length; at += ROW_WORDS) {
      const meta = rows[at] as number;
      const buffer = bufferOf(meta);
      const view = viewOf(meta);
      if (buffer >= this.#buffers && buffer !== NO_BUFFER) return false;
      if (view >= this.#views && view !== NO_VIEW) return false;
      if (sizeOf(meta) === RANGED && !this.#admitRange(rows, at, meta)) return false;
    }
    return true;
  }

  #admitRange(rows: Uint32Array, at: number, meta: number): boolean {
    const stores = storesBytes(kindOf(meta));
    const kept = rows[at + 6] as number;
    if (kept > 0) {
      const from = rows[at + 3] as number;
      if (from < this.#claimed) return false;
      this.#claimed = from + (stores && (meta & WAS_ZERO) === 0 ? 2 * kept : kept);
      if (this.#claimed > this.#payload) return false;
    }
    if (!stores) return true;
    const start = rows[at + 2] as number;
    const end = Math.min(start + (rows[at + 4] as number), MAX_TRACKED_BYTES);
    this.#covered += Math.max(0, end - start);
    return this.#covered <= MAX_PAYLOAD;
  }
}

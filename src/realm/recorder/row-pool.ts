/**
 * Memory for a full recording, made while the realm waits as a spare. An array that is new costs its page faults when it
 * is first written, which for all rows of a long run is a third of what recording costs; here they have been paid.
 */
import { ROW_WORDS } from '../../core/trace/rows';
import { CHUNK_ROWS, MAX_STEPS } from '../../core/trace/trace-chunk';
import { NativeUint32Array, push } from '../primordials';

const CHUNK_WORDS = CHUNK_ROWS * ROW_WORDS;
/** Rows of a chunk where nothing was made ahead: most programs take no more. */
const SMALL_ROWS = 1024;
/** A page has at least 4 KiB: one word of each is enough. */
const PAGE_WORDS = 1024;

export class RowPool {
  /** Words of what `take` gives. */
  words = SMALL_ROWS * ROW_WORDS;
  readonly #free: Uint32Array[] = [];
  #taken = 0;

  /** Makes enough for a whole recording. */
  fill(): void {
    this.words = CHUNK_WORDS;
    const count = MAX_STEPS / CHUNK_ROWS;
    for (let i = 0; i < count; i++) {
      const rows = new NativeUint32Array(CHUNK_WORDS);
      for (let word = 0; word < CHUNK_WORDS; word += PAGE_WORDS) {
        // A store that changes something, or it may be left out; rows are written before they are read.
        rows[word] = 1;
      }
      push(this.#free, rows);
    }
  }

  /** Rows for one chunk; what stands in them is of no meaning. */
  take(): Uint32Array {
    return this.#free[this.#taken++] ?? new NativeUint32Array(this.words);
  }
}

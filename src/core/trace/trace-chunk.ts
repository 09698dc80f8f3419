/**
 * What leaves a realm while it records: steps in the order they were made, with all that they need. Chunks leave a busy
 * Worker as they fill, so a run that is ended from outside keeps its recording. `TraceAssembler` joins them.
 */
import { Joined } from './joined';
import type { DataViewCall, MemoryState } from './memory-state';
import { dataViewCalls } from './replay';
import { RowTotals, StoredBytes } from './row-totals';
import { ROW_WORDS } from './rows';
import type { Site, StepDetail, Trace, TraceBuffer, TraceView } from './trace';
import { EMPTY_TRACE } from './trace';
import { TraceLimits } from './trace-limits';

export { CHUNK_ROWS, MAX_ASSIGNED_TEXTS, MAX_PAYLOAD, MAX_STEPS } from './trace-limits';

/**
 * In a row's site: no site of the instrumenter's but a line of the learner's, as a stack told it. The assembler turns
 * it into a site.
 */
export const LINE_AS_SITE = 0x8000_0000;
/** Lines that become sites of their own; no program comes near. */
const MAX_LINES = 10_000;

export interface TraceChunk {
  /** Number of the first step in it, counted from 1. */
  readonly firstStep: number;
  readonly rows: Uint32Array;
  /** Rows point into the payloads of all chunks, joined. */
  readonly payload: Uint8Array;
  readonly details: readonly StepDetail[];
  /** Seen since the chunk before; their identities count on from there. */
  readonly buffers: readonly TraceBuffer[];
  readonly views: readonly TraceView[];
  readonly assigned: readonly { readonly step: number; readonly text: string }[];
  /** First steps of the tasks that begin in it. */
  readonly tasks: readonly number[];
}

/** Exact counts of what was not recorded, so far. */
export interface TraceCounts {
  /** Accesses before the recording began. */
  readonly skipped: number;
  /** Accesses after it ended. */
  readonly unrecorded: number;
  /** By site and view, of the accesses after it ended: flat quadruples (site, view, reads, writes). */
  readonly totals: readonly number[];
}

export const NO_COUNTS: TraceCounts = { skipped: 0, unrecorded: 0, totals: [] };

export class TraceAssembler {
  readonly #limits = new TraceLimits();
  readonly #rows = new Joined<Uint32Array>(Uint32Array);
  readonly #payload = new Joined<Uint8Array>(Uint8Array);
  readonly #totals = new RowTotals();
  readonly #stored = new StoredBytes();
  readonly #details: StepDetail[] = [];
  readonly #buffers: TraceBuffer[] = [];
  readonly #views: TraceView[] = [];
  readonly #assigned = new Map<number, string>();
  readonly #tasks: number[] = [];
  readonly #sites: Site[];
  readonly #lines = new Map<number, number>();
  #steps = 0;
  #whole = true;
  /** What traces have in common until the next chunk: memory is told far more often than a full recording grows. */
  #recorded: Recorded | null = null;
  #calls: readonly DataViewCall[] | null = null;

  /** @param sites as the instrumenter gave them */
  constructor(sites: readonly Site[]) {
    this.#sites = [...sites];
  }

  get steps(): number {
    return this.#steps;
  }

  /**
   * Takes the next chunk. One that does not follow on the last ends the recording before the gap, and so does one with
   * which it would hold more than a recording may, or which points at what was not sent.
   */
  add(chunk: TraceChunk): void {
    const follows = this.#whole && chunk.firstStep === this.#steps + 1;
    if (!follows || !this.#limits.admit(chunk)) {
      this.#whole = false;
      return;
    }
    const rows = chunk.rows;
    for (let at = 1; at < rows.length; at += ROW_WORDS) {
      const site = rows[at] as number;
      if (site >= LINE_AS_SITE) rows[at] = this.#siteOfLine(site - LINE_AS_SITE);
    }
    this.#rows.add(rows);
    this.#totals.add(rows);
    this.#stored.add(rows);
    this.#steps += rows.length / ROW_WORDS;
    this.#payload.add(chunk.payload);
    this.#details.push(...chunk.details);
    this.#buffers.push(...chunk.buffers);
    this.#views.push(...chunk.views);
    for (const { step, text } of chunk.assigned) this.#assigned.set(step, text);
    this.#tasks.push(...chunk.tasks);
    this.#recorded = null;
    this.#calls = null;
  }

  /**
   * The trace so far.
   *
   * @param final memory at its end, null when the realm could not tell it any more
   */
  trace(final: MemoryState | null, counts: TraceCounts): Trace {
    const { skipped, unrecorded } = counts;
    const totals = this.#totals.with(this.#withSites(counts.totals));
    const sites = this.#sites.slice();
    if (this.#steps === 0 && this.#buffers.length === 0) {
      return { ...EMPTY_TRACE, sites, final, skipped, unrecorded, totals };
    }
    const trace: Trace = {
      ...(this.#recorded ??= this.#record()),
      buffers: this.#buffers.map((buffer, id) => named(buffer, id, final?.buffers)),
      views: this.#views.map((view, id) => named(view, id, final?.views)),
      totals,
      sites,
      skipped,
      unrecorded,
      final: null,
    };
    return final === null ? trace : { ...trace, final: this.#completed(final, trace) };
  }

  #record(): Recorded {
    return {
      steps: this.#steps,
      rows: this.#rows.whole(),
      payload: this.#payload.whole(),
      details: this.#details.slice(),
      assigned: new Map(this.#assigned),
      tasks: this.#tasks.slice(),
    };
  }

  /**
   * What a full recording knows of memory from its rows, where a light one lists it with the memory itself: the DataView
   * calls, and bytes into which 0 was written.
   */
  #completed(final: MemoryState, trace: Trace): MemoryState {
    return {
      ...final,
      buffers: final.buffers.map((buffer) => ({
        ...buffer,
        written: this.#stored.markedIn(buffer.id, buffer.written),
      })),
      calls: (this.#calls ??= dataViewCalls(trace, trace.steps)),
    };
  }

  /** Counted quadruples whose sites are lines, with sites. */
  #withSites(totals: readonly number[]): number[] {
    return totals.map((value, i) =>
      i % 4 === 0 && value >= LINE_AS_SITE ? this.#siteOfLine(value - LINE_AS_SITE) : value,
    );
  }

  #siteOfLine(line: number): number {
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    if (this.#lines.size === MAX_LINES) return 0;
    this.#lines.set(line, this.#sites.length);
    return this.#sites.push({ line, column: 1, text: '' }) - 1;
  }
}

type Recorded = Pick<Trace, 'steps' | 'rows' | 'payload' | 'details' | 'assigned' | 'tasks'>;

/** A name may have come after the chunk that brought the buffer. */
function named<T extends { readonly name: string | null }>(
  made: T,
  id: number,
  states: readonly { readonly id: number; readonly name: string | null }[] | undefined,
): T {
  if (made.name !== null) return made;
  const name = states?.find((state) => state.id === id)?.name ?? null;
  return name === null ? made : { ...made, name };
}

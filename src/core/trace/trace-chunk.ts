/**
 * What leaves a realm while it records: steps in the order they were made, with all that they need. Chunks leave a busy
 * Worker as they fill, so a run that is ended from outside keeps its recording. `TraceAssembler` joins them.
 */
import type { AccessTotals, Site, StepDetail, Trace, TraceBuffer, TraceView } from './trace';
import { dataViewCalls } from './replay';
import { EMPTY_TRACE } from './trace';
import type { MemoryState } from './memory-state';
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

/** Rows of one full chunk: 1.75 MB. Each chunk costs a message out of a hot loop; slow programs send smaller ones. */
export const CHUNK_ROWS = 62_500;

/** Steps kept of one run; later accesses are only counted. */
export const MAX_STEPS = 250_000;
/** Bytes of ranged accesses kept of one run; what is over ends the recording as the cap on steps does. */
export const MAX_PAYLOAD = 16 * 1024 * 1024;
/** Assigned values kept as text. */
export const MAX_ASSIGNED_TEXTS = 10_000;

/**
 * In a row's site: no site of the instrumenter's but a line of the learner's, as a stack told it. The assembler turns
 * it into a site.
 */
export const LINE_AS_SITE = 0x8000_0000;

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
  readonly #rows: Uint32Array[] = [];
  readonly #payloads: Uint8Array[] = [];
  readonly #details: StepDetail[] = [];
  readonly #buffers: TraceBuffer[] = [];
  readonly #views: TraceView[] = [];
  readonly #assigned = new Map<number, string>();
  readonly #tasks: number[] = [];
  readonly #sites: Site[];
  readonly #lines = new Map<number, number>();
  #steps = 0;
  #whole = true;

  /** @param sites as the instrumenter gave them */
  constructor(sites: readonly Site[]) {
    this.#sites = [...sites];
  }

  get steps(): number {
    return this.#steps;
  }

  /** Takes the next chunk. One that does not follow on the last ends the recording before the gap. */
  add(chunk: TraceChunk): void {
    if (!this.#whole || chunk.firstStep !== this.#steps + 1) {
      this.#whole = false;
      return;
    }
    const rows = chunk.rows;
    for (let at = 1; at < rows.length; at += ROW_WORDS) {
      const site = rows[at] as number;
      if (site >= LINE_AS_SITE) rows[at] = this.#siteOfLine(site - LINE_AS_SITE);
    }
    this.#rows.push(rows);
    this.#steps += rows.length / ROW_WORDS;
    if (chunk.payload.length > 0) this.#payloads.push(chunk.payload);
    this.#details.push(...chunk.details);
    this.#buffers.push(...chunk.buffers);
    this.#views.push(...chunk.views);
    for (const { step, text } of chunk.assigned) this.#assigned.set(step, text);
    this.#tasks.push(...chunk.tasks);
  }

  /**
   * The trace so far.
   *
   * @param final memory at its end, null when the realm could not tell it any more
   */
  trace(final: MemoryState | null, counts: TraceCounts): Trace {
    if (this.#steps === 0 && this.#buffers.length === 0) {
      return { ...EMPTY_TRACE, sites: this.#sites, final, ...countsOnly(counts) };
    }
    const rows = join(Uint32Array, this.#rows);
    const trace: Trace = {
      steps: this.#steps,
      rows,
      payload: join(Uint8Array, this.#payloads),
      buffers: this.#buffers.map((buffer, id) => named(buffer, id, final?.buffers)),
      views: this.#views.map((view, id) => named(view, id, final?.views)),
      details: this.#details.slice(),
      assigned: new Map(this.#assigned),
      tasks: this.#tasks.slice(),
      totals: addTotals(rows, this.#withSites(counts.totals)),
      sites: this.#sites.slice(),
      skipped: counts.skipped,
      unrecorded: counts.unrecorded,
      final: null,
    };
    return final === null ? trace : { ...trace, final: completed(final, trace) };
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
    this.#lines.set(line, this.#sites.length);
    return this.#sites.push({ line, column: 1, text: '' }) - 1;
  }
}

/**
 * What a full recording knows of memory from its rows, where a light one lists it with the memory itself: the DataView
 * calls, and bytes into which 0 was written.
 */
function completed(final: MemoryState, trace: Trace): MemoryState {
  const written = new Map(final.buffers.map((buffer) => [buffer.id, buffer.written.slice()]));
  const { rows } = trace;
  for (let at = 0; at < rows.length; at += ROW_WORDS) {
    const meta = rows[at] as number;
    if (!storesBytes(kindOf(meta))) continue;
    const start = rows[at + 2] as number;
    written.get(bufferOf(meta))?.fill(1, start, start + rowByteLength(rows, at));
  }
  return {
    ...final,
    buffers: final.buffers.map((buffer) => ({
      ...buffer,
      written: written.get(buffer.id) ?? buffer.written,
    })),
    calls: dataViewCalls(trace, trace.steps),
  };
}

function countsOnly({ skipped, unrecorded, totals }: TraceCounts) {
  return { skipped, unrecorded, totals: addTotals(new Uint32Array(0), totals) };
}

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

function join<T extends Uint8Array | Uint32Array>(
  type: new (length: number) => T,
  parts: readonly T[],
): T {
  const first = parts[0];
  if (parts.length === 1 && first !== undefined) return first;
  const whole = new type(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The totals of the rows, and those counted after the last of them. */
function addTotals(rows: Uint32Array, counted: readonly number[]): AccessTotals[] {
  const totals = new Map<number, { site: number; view: number; reads: number; writes: number }>();
  const of = (site: number, view: number) => {
    const key = site * 4096 + view;
    let total = totals.get(key);
    if (total === undefined) totals.set(key, (total = { site, view, reads: 0, writes: 0 }));
    return total;
  };
  for (let at = 0; at < rows.length; at += ROW_WORDS) {
    const meta = rows[at] as number;
    const kind = kindOf(meta);
    if (kind > KIND.copy) continue;
    const total = of(rows[at + 1] as number, viewOf(meta));
    if (kind === KIND.read) total.reads++;
    else total.writes++;
  }
  for (let i = 0; i + 3 < counted.length; i += 4) {
    const total = of(counted[i] as number, counted[i + 1] ?? NO_VIEW);
    total.reads += counted[i + 2] as number;
    total.writes += counted[i + 3] as number;
  }
  return [...totals.values()];
}

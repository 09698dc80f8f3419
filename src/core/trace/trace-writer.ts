/**
 * Builds a trace by hand, step by step: for drawings, tests and benchmarks. The realm's recorder writes the
 * same rows by itself (src/realm/recorder/access-log.ts), since it may call nothing that a learner could have replaced.
 */
import type { ByteRange } from '../bytes/ranges';
import { packMeta, RANGED, ROW_WORDS } from './rows';
import type { Site, StepDetail, Trace } from './trace';
import { NO_COUNTS, TraceAssembler, type TraceChunk } from './trace-chunk';

/** Rows of a chunk written by hand. */
const ROWS = 4096;

export class TraceWriter {
  /** Steps recorded so far. */
  steps = 0;
  #rows = new Uint32Array(ROWS * ROW_WORDS);
  #at = 0;
  #firstStep = 1;
  #details: StepDetail[] = [];
  #detailCount = 0;
  #payload: number[] = [];
  #payloadLength = 0;
  readonly #onChunk: (chunk: TraceChunk) => void;

  constructor(onChunk: (chunk: TraceChunk) => void) {
    this.#onChunk = onChunk;
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
    this.#row(
      packMeta(kind, size, flags, buffer, view),
      site,
      byteOffset,
      beforeLow,
      beforeHigh,
      afterLow,
      afterHigh,
    );
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
    const from = this.#payloadLength;
    for (const bytes of [before, after]) {
      if (bytes === null) continue;
      this.#payload.push(...bytes);
      this.#payloadLength += bytes.length;
    }
    this.#row(
      packMeta(kind, RANGED, flags, buffer, view),
      site,
      range.start,
      from,
      range.end - range.start,
      this.#detailCount++,
      before?.length ?? 0,
    );
    this.#details.push(detail);
  }

  #row(...words: readonly number[]): void {
    if (this.#at === this.#rows.length) this.flush();
    this.#rows.set(words, this.#at);
    this.#at += ROW_WORDS;
    this.steps++;
  }

  /** Hands over what there is since the last chunk. */
  flush(): void {
    if (this.#at === 0) return;
    this.#onChunk({
      firstStep: this.#firstStep,
      rows: this.#rows.slice(0, this.#at),
      payload: Uint8Array.from(this.#payload),
      details: this.#details,
      buffers: [],
      views: [],
      assigned: [],
      tasks: this.#firstStep === 1 ? [1] : [],
    });
    this.#payload = [];
    this.#details = [];
    this.#firstStep = this.steps + 1;
    this.#at = 0;
  }
}

/** A trace of steps written by hand, over buffers and views that were there from the start or came at a step. */
export function writeTrace(
  made: Pick<TraceChunk, 'buffers' | 'views'> & { readonly sites?: readonly Site[] },
  write: (writer: TraceWriter) => void,
): Trace {
  const chunks: TraceChunk[] = [];
  const writer = new TraceWriter((chunk) => chunks.push(chunk));
  write(writer);
  writer.flush();
  const assembler = new TraceAssembler(made.sites ?? [{ line: 0, column: 0, text: '' }]);
  for (const [i, chunk] of chunks.entries())
    assembler.add(i === 0 ? { ...chunk, ...partsOf(made) } : chunk);
  return { ...assembler.trace(null, NO_COUNTS), ...partsOf(made) };
}

const partsOf = ({ buffers, views }: Pick<TraceChunk, 'buffers' | 'views'>) => ({ buffers, views });

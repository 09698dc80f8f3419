/**
 * A reading asks for the bytes it needs, so that one reader serves a file that is all in memory and one of a gigabyte.
 * It is a generator: it yields ranges, is given their bytes, and ends with what it read.
 */
import type { ByteRange } from '../bytes/ranges';

export type Reading<T> = Generator<ByteRange, T, Uint8Array>;

/** A file that is read by ranges: a Blob, a server that knows `Range`. */
export interface FileBytes {
  readonly byteLength: number;
  read(range: ByteRange): Promise<Uint8Array>;
}

/** Bytes that are asked for beyond what is needed, at first and at most: twice as many while asking goes on where it ended. */
const LEAST_AHEAD = 48;
const MOST_AHEAD = 65_536;

/** What a reading has of its file, all of it or a piece; it asks for another piece where that one ends. */
export class Held {
  /** Of the whole file. */
  readonly byteLength: number;
  bytes: Uint8Array;
  view: DataView;
  /** Where `bytes` begin in the file. */
  start: number;
  readonly #readsAhead: boolean;
  #ahead = LEAST_AHEAD;

  /** @param bytes what there is from the start: the whole file, or nothing */
  constructor(byteLength: number, bytes: Uint8Array, readsAhead = true) {
    this.byteLength = byteLength;
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.start = 0;
    this.#readsAhead = readsAhead;
  }

  /** Whether `[start, end)`, as far as the file goes, is at hand. */
  has(start: number, end: number): boolean {
    return start >= this.start && Math.min(end, this.byteLength) <= this.start + this.bytes.length;
  }

  /** Gets `[start, end)`, as far as the file goes, in place of what was at hand. */
  *ask(start: number, end: number): Reading<void> {
    const goesOn = start >= this.start && start <= this.start + this.bytes.length;
    this.#ahead = goesOn ? Math.min(2 * this.#ahead, MOST_AHEAD) : LEAST_AHEAD;
    const most = this.#readsAhead ? Math.max(end, start + this.#ahead) : end;
    const range = { start, end: Math.min(most, this.byteLength) };
    this.bytes = yield range;
    this.view = viewOf(this.bytes);
    this.start = start;
  }

  /** The byte at an offset of the file; undefined where it is not at hand. */
  at(offset: number): number | undefined {
    return this.bytes[offset - this.start];
  }

  /** Bytes that are at hand, as far as they are. */
  slice({ start, end }: ByteRange): Uint8Array {
    return this.bytes.subarray(start - this.start, Math.max(0, end - this.start));
  }
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Ends a reading at once, with bytes that are all at hand. */
export function finish<T>(reading: Reading<T>, bytesOf: (range: ByteRange) => Uint8Array): T {
  let next = reading.next();
  while (next.done !== true) next = reading.next(checked(next.value, bytesOf(next.value)));
  return next.value;
}

/**
 * Ends a reading with bytes of a file.
 *
 * @throws RangeError where the file gives fewer bytes than it said it has, and whatever its `read` rejects with
 */
export async function finishByRanges<T>(
  reading: Reading<T>,
  file: FileBytes,
  signal?: AbortSignal,
): Promise<T> {
  let next = reading.next();
  while (next.done !== true) {
    signal?.throwIfAborted();
    next = reading.next(checked(next.value, await file.read(next.value)));
  }
  return next.value;
}

function checked({ start, end }: ByteRange, bytes: Uint8Array): Uint8Array {
  if (bytes.length === end - start) return bytes;
  throw new RangeError(
    `Expected ${end - start} bytes at 0x${start.toString(16).toUpperCase()}, found ${bytes.length}: the file is not what it was.`,
  );
}

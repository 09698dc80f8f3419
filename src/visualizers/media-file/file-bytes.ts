/** Bytes of a shown file: all there, a few of them, or fetched as they are looked at. */
import { fromBase64, toBase64 } from '../../core/bytes/base64';
import type { ByteRange } from '../../core/bytes/ranges';
import type { FileBytes } from '../../core/formats/reading';

export interface ShownBytes {
  readonly byteLength: number;
  /** A byte that is at hand; undefined where it is not (yet). */
  at(offset: number): number | undefined;
  /** Gets a range to hand; resolves to whether anything new is there. */
  load(range: ByteRange): Promise<boolean>;
}

export function wholeBytes(bytes: Uint8Array): ShownBytes {
  return {
    byteLength: bytes.length,
    at: (offset) => bytes[offset],
    load: () => Promise.resolve(false),
  };
}

/** The bytes that a page carries of a file: pieces, each with its offset, in base64. */
export interface PackedBytes {
  readonly byteLength: number;
  /** `offset:base64`, joined by spaces. */
  readonly pieces: string;
}

/** Packs those ranges of a file; ranges that touch become one piece. */
export function packBytes(bytes: Uint8Array, ranges: readonly ByteRange[]): PackedBytes {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = pieces.at(-1);
    // A gap that is shorter than an offset costs less than another piece.
    if (last && start <= last.end + LEAST_GAP) last.end = Math.max(last.end, end);
    else pieces.push({ start, end });
  }
  const texts = pieces.map(({ start, end }) => `${start}:${toBase64(bytes.subarray(start, end))}`);
  return { byteLength: bytes.length, pieces: texts.join(' ') };
}

const LEAST_GAP = 6;

export function unpackBytes({ byteLength, pieces }: PackedBytes): ShownBytes & {
  /** @throws RangeError where not all of it is there */
  slice: (range: ByteRange) => Uint8Array;
} {
  const parts = pieces.split(' ').map((piece) => {
    const [offset = '', base64 = ''] = piece.split(':');
    return { start: Number(offset), bytes: fromBase64(base64) };
  });
  const partAt = (offset: number) =>
    parts.find(({ start, bytes }) => offset >= start && offset < start + bytes.length);
  return {
    byteLength,
    at: (offset) => {
      const part = partAt(offset);
      return part?.bytes[offset - part.start];
    },
    load: () => Promise.resolve(false),
    slice({ start, end }) {
      const part = partAt(start);
      const found = part?.bytes.subarray(start - part.start, end - part.start);
      if (found?.length !== end - start && end > start)
        throw new RangeError(`Bytes ${start} to ${end} are not among those of the page.`);
      return found ?? new Uint8Array(0);
    },
  };
}

const PAGE_BYTES = 16_384;
/** Pages that are kept: 4 MiB. */
const MOST_PAGES = 256;

/** A Blob, read where it is looked at. It never leaves the device. */
export function blobBytes(blob: Blob): ShownBytes & FileBytes {
  const pages = new Map<number, Uint8Array>();
  const read = async ({ start, end }: ByteRange) =>
    new Uint8Array(await blob.slice(start, end).arrayBuffer());
  return {
    byteLength: blob.size,
    read,
    at: (offset) => pages.get(Math.floor(offset / PAGE_BYTES))?.[offset % PAGE_BYTES],
    async load({ start, end }) {
      let isNew = false;
      for (let page = Math.floor(start / PAGE_BYTES); page * PAGE_BYTES < end; page++) {
        if (pages.has(page)) continue;
        const from = page * PAGE_BYTES;
        const bytes = await read({ start: from, end: Math.min(from + PAGE_BYTES, blob.size) });
        for (const oldest of pages.keys()) {
          if (pages.size < MOST_PAGES) break;
          pages.delete(oldest);
        }
        pages.set(page, bytes);
        isNew = true;
      }
      return isNew;
    },
  };
}

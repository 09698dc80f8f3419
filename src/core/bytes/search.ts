/**
 * Finding bytes in bytes, and in files too large for memory: a pattern of values and masks, a search that skips
 * (Horspool), and chunks that overlap so that nothing at a border is missed.
 *
 *     FF D8 ??      FF D8 and any byte            F?     a byte from F0 to FF
 */
import type { FileBytes } from '../formats/reading';
import type { ByteRange } from './ranges';

/** Byte `i` matches where `(byte & masks[i]) === values[i]`. */
export interface BytePattern {
  readonly values: Uint8Array;
  readonly masks: Uint8Array;
}

/** Longer patterns are refused. */
export const MOST_PATTERN_BYTES = 4096;

const digitsOf = (text: string): string => text.replace(/0x/gi, ' ').replace(/[\s,:]+/g, '');

/** Reads `FF D8 ??`, `ffd8??`, `0xFF 0xD8`; null for what is no bytes. */
export function parseHexPattern(text: string): BytePattern | null {
  const digits = digitsOf(text);
  if (digits === '' || digits.length % 2 !== 0 || !/^[\da-f?]+$/i.test(digits)) return null;
  if (digits.length > 2 * MOST_PATTERN_BYTES) return null;
  const values = new Uint8Array(digits.length / 2);
  const masks = new Uint8Array(digits.length / 2);
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charAt(i);
    const shift = i % 2 === 0 ? 4 : 0;
    const at = i >> 1;
    if (digit === '?') continue;
    values[at] = (values[at] as number) | (Number.parseInt(digit, 16) << shift);
    masks[at] = (masks[at] as number) | (15 << shift);
  }
  // What matches every byte is no search.
  return masks.every((mask) => mask === 0) ? null : { values, masks };
}

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;
export type TextEncodingName = (typeof TEXT_ENCODINGS)[number];

/** The bytes of a text; null for an empty or a very long one. `ignoresCase` is of A to Z alone. */
export function textPattern(
  text: string,
  encoding: TextEncodingName,
  ignoresCase = false,
): BytePattern | null {
  const values = encodeText(text, encoding);
  if (values.length === 0 || values.length > MOST_PATTERN_BYTES) return null;
  const masks = new Uint8Array(values.length).fill(0xff);
  if (ignoresCase) {
    const unit = encoding === 'utf-8' ? 1 : 2;
    for (let at = 0; at < values.length; at += unit) {
      const low = encoding === 'utf-16be' ? at + 1 : at;
      const high = unit === 1 ? 0 : (values[encoding === 'utf-16be' ? at : at + 1] as number);
      const letter = (values[low] as number) & 0xdf;
      if (high !== 0 || letter < 0x41 || letter > 0x5a) continue;
      masks[low] = 0xdf;
      values[low] = letter;
    }
  }
  return { values, masks };
}

/** Why a text is no pattern. */
export type PatternRefusal = 'empty' | 'too-long' | 'no-hex';

/** The pattern that a reader wrote, as bytes or as text. */
export function readPattern(
  text: string,
  kind: 'hex' | TextEncodingName,
  ignoresCase: boolean,
): BytePattern | PatternRefusal {
  const isHex = kind === 'hex';
  if (isHex ? text.trim() === '' : text === '') return 'empty';
  const found = isHex ? parseHexPattern(text) : textPattern(text, kind, ignoresCase);
  if (found !== null) return found;
  return isHex && digitsOf(text).length <= 2 * MOST_PATTERN_BYTES ? 'no-hex' : 'too-long';
}

function encodeText(text: string, encoding: TextEncodingName): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < text.length; i++)
    view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

/** How far a pattern may be moved on by the byte at its last place. */
function shiftsOf({ values, masks }: BytePattern): Uint32Array {
  const last = values.length - 1;
  const shifts = new Uint32Array(256).fill(values.length);
  for (let i = 0; i < last; i++)
    for (let byte = 0; byte < 256; byte++)
      if ((byte & (masks[i] as number)) === values[i]) shifts[byte] = last - i;
  return shifts;
}

/** Finds one pattern again and again. */
export class Finder {
  readonly length: number;
  readonly #pattern: BytePattern;
  readonly #shifts: Uint32Array;

  constructor(pattern: BytePattern) {
    this.length = pattern.values.length;
    this.#pattern = pattern;
    this.#shifts = shiftsOf(pattern);
  }

  /** Where the pattern first begins at `from` or behind it; −1 where it does not. */
  first(bytes: Uint8Array, from = 0): number {
    const { values, masks } = this.#pattern;
    const shifts = this.#shifts;
    const last = values.length - 1;
    const lastValue = values[last] as number;
    const lastMask = masks[last] as number;
    const end = bytes.length - values.length;
    for (let at = from; at <= end;) {
      const byte = bytes[at + last] as number;
      if ((byte & lastMask) === lastValue) {
        let i = 0;
        while (i < last && ((bytes[at + i] as number) & (masks[i] as number)) === values[i]) i++;
        if (i === last) return at;
      }
      at += shifts[byte] as number;
    }
    return -1;
  }

  /** Where it last begins before `before`; −1 where it does not. */
  last(bytes: Uint8Array, before: number): number {
    let found = -1;
    for (let at = this.first(bytes); at >= 0 && at < before; at = this.first(bytes, at + 1))
      found = at;
    return found;
  }
}

/** Bytes that are read at a time. */
const CHUNK_BYTES = 4 * 1024 * 1024;

export interface SearchOptions {
  /** Where the next match may begin at the earliest, or the one before may begin at the latest, not included. */
  readonly from: number;
  readonly direction: 'next' | 'previous';
  readonly signal?: AbortSignal;
  /** Bytes that were looked at, of the file's. */
  readonly onProgress?: (bytes: number) => void;
  readonly chunkBytes?: number;
}

/**
 * The next match of a pattern in a file, or the one before; behind the end the search goes on at the beginning.
 *
 * @throws the signal's reason, and what the file's `read` rejects with
 */
export async function searchFile(
  file: FileBytes,
  pattern: BytePattern,
  { from, direction, signal, onProgress, chunkBytes = CHUNK_BYTES }: SearchOptions,
): Promise<ByteRange | null> {
  const finder = new Finder(pattern);
  const { byteLength } = file;
  const border = Math.max(0, Math.min(from, byteLength));
  const isNext = direction === 'next';
  // Where a match may begin: first on this side of the border, then on the other.
  const sides: readonly ByteRange[] = isNext
    ? [
        { start: border, end: byteLength },
        { start: 0, end: border },
      ]
    : [
        { start: 0, end: border },
        { start: border, end: byteLength },
      ];
  let looked = 0;
  for (const side of sides) {
    const count = Math.ceil((side.end - side.start) / chunkBytes);
    for (let i = 0; i < count; i++) {
      signal?.throwIfAborted();
      const start = side.start + (isNext ? i : count - 1 - i) * chunkBytes;
      const end = Math.min(side.end, start + chunkBytes);
      // A match that begins in this chunk may end in the next.
      const bytes = await file.read({ start, end: Math.min(byteLength, end + finder.length - 1) });
      const at = isNext ? finder.first(bytes) : finder.last(bytes, end - start);
      if (at >= 0 && at < end - start)
        return { start: start + at, end: start + at + finder.length };
      looked += end - start;
      onProgress?.(looked);
    }
  }
  return null;
}

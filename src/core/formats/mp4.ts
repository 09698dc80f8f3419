/**
 * Reads MP4 (ISO BMFF): the tree of its boxes with their bytes, and the first fields of those that players look at.
 *
 * @see ISO/IEC 14496-12
 */
import type { ByteRange } from '../bytes/ranges';
import {
  Findings,
  MAX_DEPTH,
  type Field,
  type FormatElement,
  type FormatProblem,
  type FormatTree,
} from './element';
import { MP4_CONTAINERS, MP4_FIELDS, type FieldType } from './mp4-boxes';

/** A size and four letters. */
const HEAD_BYTES = 8;
/** Brands of an `ftyp` that are listed. */
const MAX_BRANDS = 32;

/** @param bytes the file, or its beginning */
export function readMp4(bytes: Uint8Array): FormatTree {
  const findings = new Findings();
  const reader = new Reader(bytes, findings);
  const elements = reader.boxes({ start: 0, end: bytes.length }, null, 0);
  const first = elements[0]?.name;
  if (first !== 'ftyp' && first !== 'styp' && first !== 'moof') {
    const found = first === undefined ? 'nothing' : `a box “${first}”`;
    const expected = 'a box “ftyp”, or a segment’s “styp” or “moof”';
    findings.problems.unshift({
      offset: 0,
      code: 'not-this-format',
      within: null,
      found,
      expected,
    });
  }
  return { format: 'mp4', elements, problems: findings.problems };
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #findings: Findings;

  constructor(bytes: Uint8Array, findings: Findings) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#findings = findings;
  }

  boxes(range: ByteRange, within: string | null, depth: number): FormatElement[] {
    return this.#findings.row(range, (at) => this.#box(at, range, within, depth));
  }

  #box(
    start: number,
    parent: ByteRange,
    within: string | null,
    depth: number,
  ): FormatElement | null {
    if (start + HEAD_BYTES > parent.end) {
      // Four zero bytes end a `udta` of QuickTime's making.
      const isPadding = this.#bytes.subarray(start, parent.end).every((byte) => byte === 0);
      if (!isPadding || within === null)
        this.#problem(start, parent.end === this.#bytes.length ? 'truncated' : 'bad-size', within, {
          found: `${parent.end - start} bytes`,
          expected: `a box, of ${HEAD_BYTES} bytes at least`,
        });
      return null;
    }
    if (!this.#findings.count(start, within)) return null;
    const type = this.#code(start + 4);
    const small = this.#view.getUint32(start);
    let head = HEAD_BYTES;
    let size = small;
    if (small === 1) {
      head = 2 * HEAD_BYTES;
      if (start + head > parent.end) {
        const words = { found: `${parent.end - start} bytes`, expected: 'a size of 64 bits' };
        this.#problem(start, 'truncated', type, words);
        return null;
      }
      size = Number(this.#view.getBigUint64(start + HEAD_BYTES));
    }
    const isOpen = small === 0;
    if (isOpen) size = parent.end - start;
    if (size < head) {
      const words = { found: `${size} bytes`, expected: `at least ${head}` };
      this.#problem(start, 'bad-size', type, words);
      return null;
    }
    let end = start + size;
    const missing = Math.max(0, end - this.#bytes.length);
    if (end > parent.end) {
      this.#problem(start, parent.end === this.#bytes.length ? 'truncated' : 'too-long', type, {
        found: `${size} bytes`,
        expected: `at most ${parent.end - start}`,
      });
      end = parent.end;
    }
    const data = { start: start + head, end };
    const fields = this.#fields(type, data);
    return {
      name: type,
      id: type,
      range: { start, end },
      idRange: { start: start + 4, end: start + HEAD_BYTES },
      sizeRange:
        small === 1 ? { start: start + HEAD_BYTES, end: start + head } : { start, end: start + 4 },
      data,
      sizeIsKnown: !isOpen,
      missing,
      value: fields.length === 0 ? null : { kind: 'fields', value: fields },
      children: this.#children(type, data, depth),
    };
  }

  #children(type: string, data: ByteRange, depth: number): FormatElement[] {
    const own = MP4_CONTAINERS.get(type);
    if (own === undefined) return [];
    if (depth >= MAX_DEPTH) {
      const words = { found: `${depth + 1} levels`, expected: `at most ${MAX_DEPTH}` };
      this.#problem(data.start, 'too-deep', type, words);
      return [];
    }
    const start = data.start + own;
    return start >= data.end ? [] : this.boxes({ start, end: data.end }, type, depth + 1);
  }

  #fields(type: string, data: ByteRange): Field[] {
    const fields: Field[] = [];
    let at = data.start;
    let version = 0;
    for (const [name, stored] of MP4_FIELDS.get(type) ?? []) {
      if (stored === 'codes') {
        for (; at + 4 <= data.end && fields.length < MAX_BRANDS; at += 4)
          fields.push({ name, value: this.#code(at), range: { start: at, end: at + 4 } });
        return fields;
      }
      if (stored === 'text') {
        const zero = this.#bytes.subarray(at, data.end).indexOf(0);
        const end = zero < 0 ? data.end : at + zero;
        const value = new TextDecoder().decode(this.#bytes.subarray(at, end));
        fields.push({ name, value, range: { start: at, end } });
        return fields;
      }
      const byteLength = byteLengthOf(stored, version);
      if (at + byteLength > data.end) return fields;
      const range = { start: at, end: at + byteLength };
      at = range.end;
      if (stored.startsWith('skip')) continue;
      const value = this.#number(stored, range);
      if (name === 'version') version = Number(value);
      fields.push({ name, value, range });
    }
    return fields;
  }

  #number(type: FieldType, { start, end }: ByteRange): number | bigint | string {
    const view = this.#view;
    if (type === 'code') return this.#code(start);
    if (type === 'fixed') return view.getUint32(start) / 65_536;
    if (type === 'i32') return view.getInt32(start);
    let value = 0n;
    for (let at = start; at < end; at++) value = value * 256n + BigInt(this.#bytes[at] as number);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** Four letters; what is none is shown as its number. */
  #code(at: number): string {
    return Array.from(this.#bytes.subarray(at, at + 4), (byte) =>
      byte >= 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`,
    ).join('');
  }

  #problem(
    offset: number,
    code: FormatProblem['code'],
    within: string | null,
    words: Pick<FormatProblem, 'found' | 'expected'>,
  ): void {
    this.#findings.add({ offset, code, within, ...words });
  }
}

function byteLengthOf(type: FieldType, version: number): number {
  switch (type) {
    case 'u8':
      return 1;
    case 'u16':
      return 2;
    case 'u24':
      return 3;
    case 'time':
      return version === 1 ? 8 : 4;
    case 'u64':
      return 8;
    case 'u32':
    case 'i32':
    case 'code':
    case 'fixed':
      return 4;
    case 'text':
    case 'codes':
      return 0;
    default:
      return Number(type.slice('skip'.length));
  }
}

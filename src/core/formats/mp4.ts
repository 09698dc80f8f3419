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
import { MP4_CONTAINERS, MP4_FIELDS, MP4_OPTIONAL, type FieldType } from './mp4-boxes';
import { finish, Held, type Reading } from './reading';

/** A size and four letters. */
const HEAD_BYTES = 8;
/** Brands of an `ftyp` that are listed. */
const MAX_BRANDS = 32;
/** A longer text is shown cut off. */
const MAX_TEXT_BYTES = 256;
/** Of an `esds`; more than any codec's takes. */
const MAX_DESCRIPTOR_BYTES = 64;

/** @param bytes the file, or its beginning */
export function readMp4(bytes: Uint8Array): FormatTree {
  const held = new Held(bytes.length, bytes);
  return finish(mp4Reading(held), (range) => bytes.subarray(range.start, range.end));
}

export function* mp4Reading(held: Held): Reading<FormatTree> {
  const findings = new Findings();
  const reader = new Reader(held, findings);
  const elements = yield* reader.boxes({ start: 0, end: held.byteLength }, null, 0);
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

interface Head {
  readonly type: string;
  readonly start: number;
  readonly sizeRange: ByteRange;
  readonly data: ByteRange;
  readonly sizeIsKnown: boolean;
  readonly missing: number;
}

class Reader {
  readonly #held: Held;
  readonly #findings: Findings;

  constructor(held: Held, findings: Findings) {
    this.#held = held;
    this.#findings = findings;
  }

  *boxes(range: ByteRange, within: string | null, depth: number): Reading<FormatElement[]> {
    const held = this.#held;
    const boxes: FormatElement[] = [];
    let at = range.start;
    while (at < range.end && !this.#findings.isFull) {
      if (!held.has(at, at + 2 * HEAD_BYTES)) yield* held.ask(at, at + 2 * HEAD_BYTES);
      const head = this.#head(at, range, within);
      if (head === null) break;
      const { type, data, start, sizeRange, sizeIsKnown, missing } = head;
      const looked = Math.min(data.end, data.start + lookedBytes(type));
      if (!held.has(data.start, looked)) yield* held.ask(data.start, looked);
      const fields = type === 'esds' ? this.#esds(data) : this.#fields(type, data);
      boxes.push({
        name: type,
        id: type,
        range: { start, end: data.end },
        idRange: { start: start + 4, end: start + HEAD_BYTES },
        sizeRange,
        data,
        sizeIsKnown,
        missing,
        value: fields.length === 0 ? null : { kind: 'fields', value: fields },
        children: yield* this.#children(type, data, depth),
        childrenAreRead: true,
      });
      at = data.end;
    }
    return boxes;
  }

  #head(start: number, parent: ByteRange, within: string | null): Head | null {
    const fileEnd = this.#held.byteLength;
    if (start + HEAD_BYTES > parent.end) {
      // Four zero bytes end a `udta` of QuickTime's making.
      const rest = this.#held.slice({ start, end: parent.end });
      const isPadding = rest.every((byte) => byte === 0);
      if (!isPadding || within === null)
        this.#problem(start, parent.end === fileEnd ? 'truncated' : 'bad-size', within, {
          found: `${parent.end - start} bytes`,
          expected: `a box, of ${HEAD_BYTES} bytes at least`,
        });
      return null;
    }
    if (!this.#findings.count(start, within)) return null;
    const type = this.#code(start + 4);
    const { view } = this.#held;
    const here = start - this.#held.start;
    const small = view.getUint32(here);
    let head = HEAD_BYTES;
    let size = small;
    if (small === 1) {
      head = 2 * HEAD_BYTES;
      if (start + head > parent.end) {
        const words = { found: `${parent.end - start} bytes`, expected: 'a size of 64 bits' };
        this.#problem(start, 'truncated', type, words);
        return null;
      }
      size = Number(view.getBigUint64(here + HEAD_BYTES));
    }
    const isOpen = small === 0;
    if (isOpen) size = parent.end - start;
    if (size < head) {
      const words = { found: `${size} bytes`, expected: `at least ${head}` };
      this.#problem(start, 'bad-size', type, words);
      return null;
    }
    let end = start + size;
    const missing = Math.max(0, end - fileEnd);
    if (end > parent.end) {
      this.#problem(start, parent.end === fileEnd ? 'truncated' : 'too-long', type, {
        found: `${size} bytes`,
        expected: `at most ${parent.end - start}`,
      });
      end = parent.end;
    }
    return {
      type,
      start,
      sizeRange:
        small === 1 ? { start: start + HEAD_BYTES, end: start + head } : { start, end: start + 4 },
      data: { start: start + head, end },
      sizeIsKnown: !isOpen,
      missing,
    };
  }

  *#children(type: string, data: ByteRange, depth: number): Reading<FormatElement[]> {
    const own = MP4_CONTAINERS.get(type);
    if (own === undefined) return [];
    if (depth >= MAX_DEPTH) {
      const words = { found: `${depth + 1} levels`, expected: `at most ${MAX_DEPTH}` };
      this.#problem(data.start, 'too-deep', type, words);
      return [];
    }
    const start = data.start + own;
    return start >= data.end ? [] : yield* this.boxes({ start, end: data.end }, type, depth + 1);
  }

  /**
   * The two fields of an `esds` that name a codec.
   *
   * @see ISO/IEC 14496-1, descriptors: a tag, a length of 7 bits a byte, and the rest
   */
  #esds(data: ByteRange): Field[] {
    const fields: Field[] = [];
    const byte = (offset: number): number => this.#held.at(offset) ?? 0;
    const add = (name: string, value: number, start: number) =>
      fields.push({ name, value, range: { start, end: start + 1 } });
    const end = Math.min(data.end, data.start + MAX_DESCRIPTOR_BYTES);
    // Version and flags of the box come first.
    let at = data.start + 4;
    while (at < end) {
      const tag = byte(at++);
      while (at < end && (byte(at++) & 0x80) !== 0);
      if (tag === 3) {
        // An id and flags, and what the flags announce.
        const flags = byte(at + 2);
        at += 3 + ((flags & 0x80) === 0 ? 0 : 2) + ((flags & 0x20) === 0 ? 0 : 2);
        if ((flags & 0x40) !== 0) at += 1 + byte(at);
      } else if (tag === 4 && at < end) {
        add('objectTypeIndication', byte(at), at);
        at += 13;
      } else if (tag === 5 && at < end) {
        add('audioObjectType', byte(at) >> 3, at);
        break;
      } else break;
    }
    return fields;
  }

  #fields(type: string, data: ByteRange): Field[] {
    const fields: Field[] = [];
    let at = data.start;
    let version = 0;
    let flags = 0;
    for (const [name, stored] of MP4_FIELDS.get(type) ?? []) {
      if (stored === 'codes') {
        for (; at + 4 <= data.end && fields.length < MAX_BRANDS; at += 4)
          fields.push({ name, value: this.#code(at), range: { start: at, end: at + 4 } });
        return fields;
      }
      if (stored === 'text') {
        const most = Math.min(data.end, at + MAX_TEXT_BYTES);
        const zero = this.#held.slice({ start: at, end: most }).indexOf(0);
        const end = zero < 0 ? most : at + zero;
        const value = new TextDecoder().decode(this.#held.slice({ start: at, end }));
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
      if (name === 'flags') flags = Number(value);
      fields.push({ name, value, range });
    }
    for (const [bit, name, stored] of MP4_OPTIONAL.get(type) ?? []) {
      if ((flags & bit) === 0) continue;
      const range = { start: at, end: at + byteLengthOf(stored, version) };
      if (range.end > data.end) break;
      fields.push({ name, value: this.#number(stored, range), range });
      at = range.end;
    }
    return fields;
  }

  #number(type: FieldType, { start, end }: ByteRange): number | bigint | string {
    const { view } = this.#held;
    const here = start - this.#held.start;
    if (type === 'code') return this.#code(start);
    if (type === 'fixed') return view.getUint32(here) / 65_536;
    if (type === 'i32') return view.getInt32(here);
    let value = 0n;
    for (let at = start; at < end; at++) value = value * 256n + BigInt(this.#held.at(at) as number);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** Four letters; what is none is shown as its number. */
  #code(at: number): string {
    return Array.from(this.#held.slice({ start: at, end: at + 4 }), (byte) =>
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

/** How far a box's data is looked at: its fields as they are in version 1, whose times are longest. */
function lookedBytes(type: string): number {
  if (type === 'esds') return MAX_DESCRIPTOR_BYTES;
  let bytes = 0;
  for (const [, stored] of MP4_FIELDS.get(type) ?? [])
    bytes +=
      stored === 'codes'
        ? 4 * MAX_BRANDS
        : stored === 'text'
          ? MAX_TEXT_BYTES
          : byteLengthOf(stored, 1);
  for (const [, , stored] of MP4_OPTIONAL.get(type) ?? []) bytes += byteLengthOf(stored, 1);
  return bytes;
}

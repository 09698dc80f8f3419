/**
 * Reads WebM: the tree of its elements with their bytes, also of a file that is cut off, or whose sizes are not known.
 *
 * @see RFC 8794 (EBML), RFC 9559 (Matroska)
 */
import type { ByteRange } from '../bytes/ranges';
import {
  Findings,
  MAX_DEPTH,
  type BlockHead,
  type ElementValue,
  type FormatElement,
  type FormatProblem,
  type FormatTree,
} from './element';
import { readVint, type Vint } from './vint';
import { WEBM_ELEMENTS, type WebMElement } from './webm-elements';

/** Matroska allows no longer ids. */
const MAX_ID_BYTES = 4;

const UNKNOWN: WebMElement = { name: 'unknown', type: 'binary', parent: '*' };

/** An id as its table and readers have it. */
const digitsOf = (id: Vint): string => id.value.toString(16).toUpperCase();

/** @param bytes the file, or its beginning */
export function readWebM(bytes: Uint8Array): FormatTree {
  const findings = new Findings();
  const reader = new Reader(bytes, findings);
  const elements = reader.elements({ start: 0, end: bytes.length }, null, 0);
  const first = elements[0];
  if (first?.name !== 'EBML') {
    const found = first === undefined ? 'nothing' : `${first.name} (${first.id})`;
    const problem = { offset: 0, code: 'not-this-format', within: null, found } as const;
    findings.problems.unshift({ ...problem, expected: 'an EBML element (1A45DFA3)' });
  }
  return { format: 'webm', elements, problems: findings.problems };
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

  /** The elements of a range, whose last one may go on where the bytes end. */
  elements(range: ByteRange, within: string | null, depth: number): FormatElement[] {
    return this.#findings.row(range, (at) => this.#element(at, range, within, depth));
  }

  #element(
    start: number,
    parent: ByteRange,
    within: string | null,
    depth: number,
  ): FormatElement | null {
    const bytes = this.#bytes;
    const id = readVint(bytes, start, true);
    if (id === null || id.byteLength > MAX_ID_BYTES) {
      this.#badHead(start, within, 'id', MAX_ID_BYTES);
      return null;
    }
    const sizeAt = start + id.byteLength;
    const size = readVint(bytes, sizeAt, false);
    if (size === null) {
      this.#badHead(sizeAt, within, 'size', 8);
      return null;
    }
    if (sizeAt + size.byteLength > parent.end) {
      const words = { found: 'an id and a size', expected: `at most ${parent.end - start} bytes` };
      this.#problem(start, 'too-long', within, words);
      return null;
    }
    if (!this.#findings.count(start, within)) return null;
    const digits = digitsOf(id);
    const known = WEBM_ELEMENTS.get(digits) ?? UNKNOWN;
    const dataAt = sizeAt + size.byteLength;
    let end = size.isUnknown ? parent.end : dataAt + size.value;
    if (!size.isUnknown && end > parent.end) {
      const isCutOff = parent.end === bytes.length;
      this.#problem(start, isCutOff ? 'truncated' : 'too-long', known.name, {
        found: `${size.value} bytes`,
        expected: `at most ${parent.end - dataAt}`,
      });
      end = parent.end;
    }
    const missing = size.isUnknown ? 0 : Math.max(0, dataAt + size.value - bytes.length);
    let children: FormatElement[] = [];
    const data = { start: dataAt, end };
    if (known.type === 'master') {
      if (depth >= MAX_DEPTH) {
        const most = { found: `${depth + 1} levels`, expected: `at most ${MAX_DEPTH}` };
        this.#problem(start, 'too-deep', known.name, most);
      } else if (size.isUnknown) {
        children = this.#openElements(data, known.name, depth + 1);
        end = children.at(-1)?.range.end ?? dataAt;
      } else children = this.elements(data, known.name, depth + 1);
    } else if (size.isUnknown) {
      const found = {
        found: 'an unknown size',
        expected: 'a size: only masters may leave it open',
      };
      this.#problem(start, 'bad-size', known.name, found);
    }
    return {
      name: known.name,
      id: digits,
      range: { start, end },
      idRange: { start, end: sizeAt },
      sizeRange: { start: sizeAt, end: dataAt },
      data: { start: dataAt, end },
      sizeIsKnown: !size.isUnknown,
      missing,
      // Half a number is none; of a block the head may be there.
      value:
        missing === 0 || known.type === 'block' ? this.#value(known, { start: dataAt, end }) : null,
      children,
    };
  }

  /** Children of an element of unknown size: it ends before the first that cannot stand in it. */
  #openElements(range: ByteRange, name: string, depth: number): FormatElement[] {
    return this.#findings.row(range, (at) => {
      const id = readVint(this.#bytes, at, true);
      const known = id === null ? undefined : WEBM_ELEMENTS.get(digitsOf(id));
      const isOutside = known !== undefined && known.parent !== '*' && known.parent !== name;
      return isOutside ? null : this.#element(at, range, name, depth);
    });
  }

  #value({ type, name }: WebMElement, range: ByteRange): ElementValue | null {
    const length = range.end - range.start;
    switch (type) {
      case 'uint':
      case 'int':
        if (length > 8 || range.end > this.#bytes.length)
          return this.#odd(range, name, length, '0 to 8');
        return { kind: 'integer', value: this.#integer(range, type === 'int') };
      case 'float':
        if (length !== 0 && length !== 4 && length !== 8)
          return this.#odd(range, name, length, '0, 4 or 8');
        if (length === 0) return { kind: 'float', value: 0 };
        return {
          kind: 'float',
          value:
            length === 4 ? this.#view.getFloat32(range.start) : this.#view.getFloat64(range.start),
        };
      case 'text': {
        const bytes = this.#bytes.subarray(range.start, range.end);
        const zero = bytes.indexOf(0);
        const value = new TextDecoder().decode(zero < 0 ? bytes : bytes.subarray(0, zero));
        return { kind: 'text', value };
      }
      case 'block':
        return this.#block(range, name);
      case 'master':
      case 'binary':
        return null;
    }
  }

  #odd(range: ByteRange, name: string, length: number, expected: string): null {
    this.#problem(range.start, 'bad-value', name, {
      found: `${length} bytes`,
      expected: `${expected} bytes`,
    });
    return null;
  }

  /** Big-endian; a BigInt where it is beyond what a number holds. */
  #integer({ start, end }: ByteRange, signed: boolean): number | bigint {
    let value = 0n;
    for (let at = start; at < end; at++) value = value * 256n + BigInt(this.#bytes[at] as number);
    if (signed && end > start) value = BigInt.asIntN(8 * (end - start), value);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** Track, relative time, flags, and where each frame is. */
  #block(range: ByteRange, name: string): ElementValue | null {
    const track = readVint(this.#bytes, range.start, false);
    const head = range.start + (track?.byteLength ?? 0);
    if (track === null || head + 3 > range.end)
      return this.#odd(range, name, range.end - range.start, 'at least 4');
    const flags = this.#bytes[head + 2] as number;
    const lacing = (['none', 'xiph', 'fixed', 'ebml'] as const)[(flags >> 1) & 3] ?? 'none';
    const value: BlockHead = {
      track: track.value,
      relativeTime: this.#view.getInt16(head),
      // Only a SimpleBlock says so itself; in a BlockGroup it is the lack of a reference that does.
      keyframe: name === 'SimpleBlock' && (flags & 0x80) !== 0,
      lacing,
      frames: this.#frames({ start: head + 3, end: range.end }, lacing, name),
    };
    return { kind: 'block', value };
  }

  #frames(range: ByteRange, lacing: BlockHead['lacing'], name: string): readonly ByteRange[] {
    if (lacing === 'none') return [range];
    const count = (this.#bytes[range.start] ?? 0) + 1;
    let at = range.start + 1;
    const sizes: number[] = [];
    const broken = (): readonly ByteRange[] => {
      const found = {
        found: `${count} frames in ${range.end - range.start} bytes`,
        expected: 'sizes that fit',
      };
      this.#problem(range.start, 'bad-value', name, found);
      return [];
    };
    if (lacing === 'fixed') {
      const each = (range.end - at) / count;
      if (!Number.isInteger(each)) return broken();
      for (let i = 0; i < count; i++) sizes.push(each);
    } else if (lacing === 'xiph') {
      for (let i = 0; i < count - 1; i++) {
        let size = 0;
        let byte = 255;
        while (byte === 255 && at < range.end) {
          byte = this.#bytes[at++] as number;
          size += byte;
        }
        sizes.push(size);
      }
    } else {
      let last = 0;
      for (let i = 0; i < count - 1; i++) {
        const size = readVint(this.#bytes, at, false);
        if (size === null) return broken();
        // The first is a size; the others are differences, shifted so that they can be negative.
        const half = 2 ** (7 * size.byteLength - 1) - 1;
        last = i === 0 ? size.value : last + size.value - half;
        sizes.push(last);
        at += size.byteLength;
      }
    }
    const frames: ByteRange[] = [];
    for (const size of sizes) {
      frames.push({ start: at, end: at + size });
      at += size;
      if (size < 0 || at > range.end) return broken();
    }
    if (lacing !== 'fixed') frames.push({ start: at, end: range.end });
    return frames;
  }

  #badHead(offset: number, within: string | null, part: 'id' | 'size', most: number): void {
    const first = this.#bytes[offset];
    const isCutOff = first === undefined || (first !== 0 && Math.clz32(first) - 23 <= most);
    this.#problem(offset, isCutOff ? 'truncated' : part === 'id' ? 'bad-id' : 'bad-size', within, {
      found:
        first === undefined
          ? 'the end'
          : `byte ${first.toString(16).toUpperCase().padStart(2, '0')}`,
      expected: isCutOff
        ? `the rest of an ${part === 'id' ? 'id' : 'element’s size'}`
        : `a first byte with a 1 among its ${most} highest bits`,
    });
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

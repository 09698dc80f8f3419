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
import { finish, Held, type Reading } from './reading';
import { readVint, type Vint } from './vint';
import { WEBM_ELEMENTS, type WebMElement } from './webm-elements';

/** Matroska allows no longer ids. */
const MAX_ID_BYTES = 4;

const UNKNOWN: WebMElement = { name: 'unknown', type: 'binary', parent: '*' };

/** An id as its table and readers have it. */
const digitsOf = (id: Vint): string => id.value.toString(16).toUpperCase();

/** @param bytes the file, or its beginning */
export function readWebM(bytes: Uint8Array): FormatTree {
  const held = new Held(bytes.length, bytes);
  return finish(webmReading(held, 'all'), (range) => bytes.subarray(range.start, range.end));
}

/** @param clusters `first`: of a cluster whose size is known, what stands before its second block */
export function* webmReading(held: Held, clusters: 'all' | 'first'): Reading<FormatTree> {
  const findings = new Findings();
  const reader = new Reader(held, findings, clusters);
  const elements = yield* reader.elements({ start: 0, end: held.byteLength }, null, 0);
  const first = elements[0];
  if (first?.name !== 'EBML') {
    const found = first === undefined ? 'nothing' : `${first.name} (${first.id})`;
    const problem = { offset: 0, code: 'not-this-format', within: null, found } as const;
    findings.problems.unshift({ ...problem, expected: 'an EBML element (1A45DFA3)' });
  }
  return { format: 'webm', elements, problems: findings.problems };
}

/** All children of a cluster of which only the first were read. */
export function* webmChildrenReading(
  held: Held,
  { name, data }: FormatElement,
): Reading<Pick<FormatTree, 'elements' | 'problems'>> {
  const findings = new Findings();
  const elements = yield* new Reader(held, findings, 'all').elements(data, name, 2);
  return { elements, problems: findings.problems };
}

/** An id of at most 4 bytes and a size of at most 8. */
const MAX_HEAD_BYTES = 12;
/** What is looked at of a block: its head, and the sizes of its frames. */
const BLOCK_HEAD_BYTES = 12;
const MAX_LACING_BYTES = 65_536;
/** A longer text is shown cut off. */
const MAX_TEXT_BYTES = 65_536;

/** Bytes of an element's data that are looked at. */
function looked({ type }: WebMElement): number {
  switch (type) {
    case 'uint':
    case 'int':
    case 'float':
      return 8;
    case 'text':
      return MAX_TEXT_BYTES;
    case 'block':
      return BLOCK_HEAD_BYTES;
    case 'master':
    case 'binary':
      return 0;
  }
}

interface Head {
  readonly known: WebMElement;
  readonly digits: string;
  readonly start: number;
  readonly sizeAt: number;
  readonly data: ByteRange;
  readonly sizeIsKnown: boolean;
  readonly missing: number;
}

class Reader {
  readonly #held: Held;
  readonly #findings: Findings;
  readonly #clusters: 'all' | 'first';

  constructor(held: Held, findings: Findings, clusters: 'all' | 'first') {
    this.#held = held;
    this.#findings = findings;
    this.#clusters = clusters;
  }

  /**
   * The elements of a range, whose last one may go on where the bytes end.
   *
   * @param isOpen the range ends before the first element that cannot stand in `within`
   * @param untilBlock it is left after its first block
   */
  *elements(
    range: ByteRange,
    within: string | null,
    depth: number,
    isOpen = false,
    untilBlock = false,
  ): Reading<FormatElement[]> {
    const held = this.#held;
    const elements: FormatElement[] = [];
    let at = range.start;
    while (at < range.end && !this.#findings.isFull) {
      if (!held.has(at, at + MAX_HEAD_BYTES)) yield* held.ask(at, at + MAX_HEAD_BYTES);
      if (isOpen && this.#isOutside(at, within)) break;
      const head = this.#head(at, range, within);
      if (head === null) break;
      const { known, data } = head;
      if (known.type === 'master') {
        elements.push(yield* this.#master(head, depth));
      } else {
        const end = Math.min(data.end, data.start + looked(known));
        if (!held.has(data.start, end)) yield* held.ask(data.start, end);
        // The sizes of many frames are longer than a block's head.
        if (known.type === 'block' && this.#isLaced(data)) {
          const most = Math.min(data.end, data.start + MAX_LACING_BYTES);
          if (!held.has(data.start, most)) yield* held.ask(data.start, most);
        }
        elements.push(this.#leaf(head));
      }
      at = elements.at(-1)?.range.end ?? range.end;
      if (untilBlock && (known.type === 'block' || known.name === 'BlockGroup')) break;
    }
    return elements;
  }

  #isOutside(at: number, within: string | null): boolean {
    const id = this.#vint(at, true);
    const known = id === null ? undefined : WEBM_ELEMENTS.get(digitsOf(id));
    return known !== undefined && known.parent !== '*' && known.parent !== within;
  }

  #vint(offset: number, keepMarker: boolean): Vint | null {
    return readVint(this.#held.bytes, offset - this.#held.start, keepMarker);
  }

  #head(start: number, parent: ByteRange, within: string | null): Head | null {
    const id = this.#vint(start, true);
    if (id === null || id.byteLength > MAX_ID_BYTES) {
      this.#badHead(start, within, 'id', MAX_ID_BYTES);
      return null;
    }
    const sizeAt = start + id.byteLength;
    const size = this.#vint(sizeAt, false);
    if (size === null) {
      this.#badHead(sizeAt, within, 'size', 8);
      return null;
    }
    const dataAt = sizeAt + size.byteLength;
    if (dataAt > parent.end) {
      const words = { found: 'an id and a size', expected: `at most ${parent.end - start} bytes` };
      this.#problem(start, 'too-long', within, words);
      return null;
    }
    if (!this.#findings.count(start, within)) return null;
    const digits = digitsOf(id);
    const known = WEBM_ELEMENTS.get(digits) ?? UNKNOWN;
    const fileEnd = this.#held.byteLength;
    let end = size.isUnknown ? parent.end : dataAt + size.value;
    if (!size.isUnknown && end > parent.end) {
      const isCutOff = parent.end === fileEnd;
      this.#problem(start, isCutOff ? 'truncated' : 'too-long', known.name, {
        found: `${size.value} bytes`,
        expected: `at most ${parent.end - dataAt}`,
      });
      end = parent.end;
    }
    if (size.isUnknown && known.type !== 'master')
      this.#problem(start, 'bad-size', known.name, {
        found: 'an unknown size',
        expected: 'a size: only masters may leave it open',
      });
    return {
      known,
      digits,
      start,
      sizeAt,
      data: { start: dataAt, end },
      sizeIsKnown: !size.isUnknown,
      missing: size.isUnknown ? 0 : Math.max(0, dataAt + size.value - fileEnd),
    };
  }

  *#master(head: Head, depth: number): Reading<FormatElement> {
    const { known, data, start, sizeIsKnown } = head;
    let children: FormatElement[] = [];
    let childrenAreRead = true;
    let end = data.end;
    if (depth >= MAX_DEPTH) {
      const most = { found: `${depth + 1} levels`, expected: `at most ${MAX_DEPTH}` };
      this.#problem(start, 'too-deep', known.name, most);
    } else {
      const isBrief = sizeIsKnown && known.name === 'Cluster' && this.#clusters === 'first';
      children = yield* this.elements(data, known.name, depth + 1, !sizeIsKnown, isBrief);
      if (!sizeIsKnown) end = children.at(-1)?.range.end ?? data.start;
      childrenAreRead = !isBrief || (children.at(-1)?.range.end ?? end) >= end;
    }
    return this.#made(head, { ...data, end }, null, children, childrenAreRead);
  }

  #leaf(head: Head): FormatElement {
    const { known, data, missing } = head;
    // Half a number is none; of a block the head may be there.
    const isReadable = missing === 0 || known.type === 'block';
    return this.#made(head, data, isReadable ? this.#value(known, data) : null, [], true);
  }

  #made(
    { known, digits, start, sizeAt, data: { start: dataAt }, sizeIsKnown, missing }: Head,
    data: ByteRange,
    value: ElementValue | null,
    children: readonly FormatElement[],
    childrenAreRead: boolean,
  ): FormatElement {
    return {
      name: known.name,
      id: digits,
      range: { start, end: data.end },
      idRange: { start, end: sizeAt },
      sizeRange: { start: sizeAt, end: dataAt },
      data,
      sizeIsKnown,
      missing,
      value,
      children,
      childrenAreRead,
    };
  }

  #isLaced({ start, end }: ByteRange): boolean {
    const track = this.#vint(start, false);
    const flagsAt = start + (track?.byteLength ?? 0) + 2;
    return track !== null && flagsAt < end && ((this.#held.at(flagsAt) ?? 0) & 6) !== 0;
  }

  #value({ type, name }: WebMElement, range: ByteRange): ElementValue | null {
    const length = range.end - range.start;
    switch (type) {
      case 'uint':
      case 'int':
        if (length > 8 || range.end > this.#held.byteLength)
          return this.#odd(range, name, length, '0 to 8');
        return { kind: 'integer', value: this.#integer(range, type === 'int') };
      case 'float': {
        if (length !== 0 && length !== 4 && length !== 8)
          return this.#odd(range, name, length, '0, 4 or 8');
        if (length === 0) return { kind: 'float', value: 0 };
        const { view } = this.#held;
        const at = range.start - this.#held.start;
        return {
          kind: 'float',
          value: length === 4 ? view.getFloat32(at) : view.getFloat64(at),
        };
      }
      case 'text': {
        const end = Math.min(range.end, range.start + MAX_TEXT_BYTES);
        const bytes = this.#held.slice({ start: range.start, end });
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
    if (!signed && end - start <= 6) {
      let small = 0;
      for (let at = start; at < end; at++) small = small * 256 + (this.#held.at(at) as number);
      return small;
    }
    let value = 0n;
    for (let at = start; at < end; at++) value = value * 256n + BigInt(this.#held.at(at) as number);
    if (signed && end > start) value = BigInt.asIntN(8 * (end - start), value);
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  /** Track, relative time, flags, and where each frame is. */
  #block(range: ByteRange, name: string): ElementValue | null {
    const track = this.#vint(range.start, false);
    const head = range.start + (track?.byteLength ?? 0);
    if (track === null || head + 3 > range.end)
      return this.#odd(range, name, range.end - range.start, 'at least 4');
    const flags = this.#held.at(head + 2) as number;
    const lacing = (['none', 'xiph', 'fixed', 'ebml'] as const)[(flags >> 1) & 3] ?? 'none';
    const value: BlockHead = {
      track: track.value,
      relativeTime: this.#held.view.getInt16(head - this.#held.start),
      // Only a SimpleBlock says so itself; in a BlockGroup it is the lack of a reference that does.
      keyframe: name === 'SimpleBlock' && (flags & 0x80) !== 0,
      lacing,
      frames: this.#frames({ start: head + 3, end: range.end }, lacing, name),
    };
    return { kind: 'block', value };
  }

  #frames(range: ByteRange, lacing: BlockHead['lacing'], name: string): readonly ByteRange[] {
    if (lacing === 'none') return [range];
    const count = (this.#held.at(range.start) ?? 0) + 1;
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
          byte = this.#held.at(at++) ?? 0;
          size += byte;
        }
        sizes.push(size);
      }
    } else {
      let last = 0;
      for (let i = 0; i < count - 1; i++) {
        const size = this.#vint(at, false);
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
    const first = this.#held.at(offset);
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

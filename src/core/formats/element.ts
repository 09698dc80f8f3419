/**
 * What a file is made of, as its own lengths say: elements (EBML) or boxes (ISO BMFF), one inside the other, each with
 * the bytes that it stands on. Offsets count from the start of the bytes that were read.
 */
import type { ByteRange } from '../bytes/ranges';

/** What an element's data means. */
export type ElementValue =
  | { readonly kind: 'integer'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'block'; readonly value: BlockHead }
  /** Named fields of a box, in their order. */
  | { readonly kind: 'fields'; readonly value: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly value: number | bigint | string;
  readonly range: ByteRange;
}

/** The head of a Matroska block: one track's frames at a time. */
export interface BlockHead {
  readonly track: number;
  /** Signed, in units of TimestampScale, from the cluster's Timestamp. */
  readonly relativeTime: number;
  readonly keyframe: boolean;
  readonly lacing: 'none' | 'xiph' | 'fixed' | 'ebml';
  readonly frames: readonly ByteRange[];
}

export interface FormatElement {
  /** `Cluster`, `moof`; `unknown` for an EBML element that is not in the table. */
  readonly name: string;
  /** The id as it stands in the file: `1F43B675`, `moof`. */
  readonly id: string;
  /** All of it: head and data. */
  readonly range: ByteRange;
  readonly idRange: ByteRange;
  readonly sizeRange: ByteRange;
  readonly data: ByteRange;
  /** False where the file leaves the size open: the element ends where its parent does, or where a sibling begins. */
  readonly sizeIsKnown: boolean;
  /** Bytes of its data that are not there (yet). */
  readonly missing: number;
  readonly value: ElementValue | null;
  readonly children: readonly FormatElement[];
  /** False where `children` are only the first ones: `readChildren` (media-file.ts) reads them all. */
  readonly childrenAreRead: boolean;
}

/** What is wrong with a file, and where. Reading goes on behind it where that is possible. */
export interface FormatProblem {
  readonly offset: number;
  readonly code:
    | 'truncated'
    | 'bad-id'
    | 'bad-size'
    /** It says that it is longer than the element it stands in. */
    | 'too-long'
    | 'too-deep'
    | 'too-many'
    | 'bad-value'
    | 'not-this-format';
  /** The element it was found in; null at the top. */
  readonly within: string | null;
  readonly found: string;
  readonly expected: string;
}

/** Formats of which there is a reader. */
export const FORMATS = ['webm', 'mp4', 'png', 'jpeg', 'gif', 'bmp', 'wav', 'zip', 'wasm'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface FormatTree<Format extends FormatName = 'webm' | 'mp4'> {
  readonly format: Format;
  readonly elements: readonly FormatElement[];
  readonly problems: readonly FormatProblem[];
}

/** Elements that are listed; a file that has more ends with the problem `too-many`. */
export const MAX_ELEMENTS = 50_000;
/** Levels of elements; more than any real file has. */
export const MAX_DEPTH = 32;
/** Problems that are listed. */
export const MAX_PROBLEMS = 100;

/** Collects what a reader finds, within the limits. */
export class Findings {
  readonly problems: FormatProblem[] = [];
  #elements = 0;

  /** Counts one more element. @returns whether there is room for it */
  count(offset: number, within: string | null): boolean {
    this.#elements++;
    if (this.#elements <= MAX_ELEMENTS) return true;
    if (this.#elements === MAX_ELEMENTS + 1) {
      const most = `at most ${MAX_ELEMENTS} elements`;
      this.add({ offset, code: 'too-many', within, found: 'more elements', expected: most });
    }
    return false;
  }

  get isFull(): boolean {
    return this.#elements > MAX_ELEMENTS;
  }

  add(problem: FormatProblem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
  }
}

/** All elements below these, parents first. */
export function* walk(elements: readonly FormatElement[]): Generator<FormatElement> {
  for (const element of elements) {
    yield element;
    yield* walk(element.children);
  }
}

/** The first element on this path of names: `['Segment', 'Info', 'TimestampScale']`. */
export function find(
  elements: readonly FormatElement[],
  path: readonly string[],
): FormatElement | null {
  const [name, ...rest] = path;
  for (const element of elements) {
    if (element.name !== name) continue;
    const found = rest.length === 0 ? element : find(element.children, rest);
    if (found !== null) return found;
  }
  return null;
}

/** The innermost element whose bytes hold this offset. */
export function elementAt(
  elements: readonly FormatElement[],
  offset: number,
): FormatElement | null {
  for (const element of elements) {
    if (offset < element.range.start || offset >= element.range.end) continue;
    return elementAt(element.children, offset) ?? element;
  }
  return null;
}

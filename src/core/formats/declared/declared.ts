/**
 * Formats that are declared and not written: what Kaitai Struct's compiler made of a `.ksy` reads from a window over
 * the file, which grows when the reading comes to its end, and what it read becomes elements and fields.
 */
import KaitaiStream from 'kaitai-struct/KaitaiStream';
import type { ByteRange } from '../../bytes/ranges';
import { MAX_DEPTH, type Field, type Findings, type FormatElement } from '../element';
import { part, report, shownBytes } from '../parts';
import type { Held, Reading } from '../reading';

/** What the compiler writes for a type, in debug mode: the fields, and where each of them was read. */
export interface Declared {
  readonly _debug: Readonly<Record<string, ReadAt | Record<string, never>>>;
  _read(): void;
  readonly [field: string]: unknown;
}

interface ReadAt {
  readonly start: number;
  /** Missing where reading it failed. */
  readonly end?: number;
  readonly ioOffset: number;
  readonly enumName?: string;
  readonly arr?: readonly ReadAt[];
}

/** A type of a format: the whole format, or one that is named within it. */
export type DeclaredType = new (io: KaitaiStream, parent: null, root: null) => Declared;

/** What a `*.generated.ts` exports. */
export type Declaration = (stream: typeof KaitaiStream) => DeclaredType & Record<string, unknown>;

export const declare = (declaration: unknown): DeclaredType & Record<string, unknown> =>
  (declaration as Declaration)(KaitaiStream);

const FIRST_WINDOW = 1024;
/** A longer run of bytes is passed over, and its value is empty. */
const MOST_BYTES = 65_536;
/** Reads of one reading: a file that repeats a thing for ever is left. */
const MOST_READS = 120_000;

/** The window ends before what is read: not an error, but a wish for more of the file. */
class WindowEnd extends Error {
  readonly wanted: number;

  constructor(wanted: number) {
    super(`The window has to reach ${wanted}.`);
    this.wanted = wanted;
  }
}

class TooManyReads extends Error {}

const endOfFile = (wanted: number, left: number): Error => new KaitaiStream.EOFError(wanted, left);

/** A stream over the first bytes of a range, as long as all of it. */
class WindowStream extends KaitaiStream {
  readonly #byteLength: number;
  readonly #window: number;
  #reads = 0;

  constructor(window: Uint8Array<ArrayBuffer>, byteLength: number) {
    super(new DataView(window.buffer, window.byteOffset, window.byteLength));
    this.#byteLength = byteLength;
    this.#window = window.byteLength;
  }

  override get size(): number {
    return this.#byteLength;
  }

  override ensureBytesLeft(length: number): void {
    if (++this.#reads > MOST_READS) throw new TooManyReads();
    const left = this.#byteLength - this.pos;
    if (length > left) throw endOfFile(length, left);
    if (this.pos + length > this.#window) throw new WindowEnd(this.pos + length);
  }

  override readBytes(length: number): Uint8Array {
    if (length <= MOST_BYTES) return super.readBytes(length);
    const left = this.#byteLength - this.pos;
    if (length > left) throw endOfFile(length, left);
    this.pos += length;
    return new Uint8Array(0);
  }
}

export interface DeclaredPart {
  readonly object: Declared;
  /** Where it ends in the file, or where reading it failed. */
  readonly end: number;
  readonly failed: boolean;
  readonly fields: readonly Field[];
  readonly children: readonly FormatElement[];
  /** Its own members, each as an element: for a format whose parts follow each other. */
  readonly members: () => readonly FormatElement[];
}

/** What a format calls things. */
export interface Words {
  /** The name of a part in a list, by the list's name. */
  readonly nameOf: (list: string, object: Declared) => string;
  /** Types whose lists are not shown one by one, and what is said instead. */
  readonly brief?: (object: Declared) => string | null;
}

/** Reads one thing of a declared type at the start of a range. */
export function* declaredReading(
  held: Held,
  range: ByteRange,
  format: DeclaredType & Record<string, unknown>,
  type: DeclaredType,
  findings: Findings,
  words: Words,
): Reading<DeclaredPart> {
  const byteLength = range.end - range.start;
  let wanted = Math.min(byteLength, FIRST_WINDOW);
  for (;;) {
    const end = range.start + wanted;
    if (!held.has(range.start, end)) yield* held.ask(range.start, end);
    const most = Math.min(range.end, held.start + held.bytes.length);
    const window = held.slice({ start: range.start, end: most }) as Uint8Array<ArrayBuffer>;
    const io = new WindowStream(window, byteLength);
    const object = new type(io, null, null);
    let error: unknown = null;
    try {
      object._read();
    } catch (thrown) {
      error = thrown;
    }
    if (error instanceof WindowEnd) {
      wanted = Math.min(byteLength, Math.max(error.wanted, 2 * wanted));
      continue;
    }
    const at = range.start + io.pos;
    const places = { base: range.start - window.byteOffset, end: at, format, words, findings };
    if (error !== null) reportFailure(error, object, places);
    const { fields, children } = membersOf(object, places, 0);
    return {
      object,
      end: at,
      failed: error !== null,
      fields,
      children,
      members: () => partsOf(object, places),
    };
  }
}

interface Places {
  /** What is added to an offset in the window's buffer. */
  readonly base: number;
  /** Where the reading ended. */
  readonly end: number;
  readonly format: Record<string, unknown>;
  readonly words: Words;
  readonly findings: Findings;
}

function rangeOf(at: ReadAt, { base, end }: Places): ByteRange {
  const start = base + at.ioOffset + at.start;
  return { start, end: at.end === undefined ? Math.max(start, end) : base + at.ioOffset + at.end };
}

/** What was read, in order; what is computed (an instance) has no place. */
const entriesOf = ({ _debug }: Declared): readonly (readonly [name: string, at: ReadAt])[] =>
  Object.entries(_debug).filter((entry): entry is [string, ReadAt] => 'start' in entry[1]);

const isObject = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && '_debug' in value;

/** Fields of an object and of what it holds once; what it holds in lists are children. */
function membersOf(
  object: Declared,
  places: Places,
  depth: number,
): { fields: Field[]; children: FormatElement[] } {
  const fields: Field[] = [];
  const children: FormatElement[] = [];
  if (depth > MAX_DEPTH) return { fields, children };
  for (const [name, at] of entriesOf(object)) {
    const value = object[name];
    const range = rangeOf(at, places);
    if (isObject(value)) {
      const brief = places.words.brief?.(value) ?? null;
      if (brief !== null) fields.push({ name, value: brief, range });
      else {
        const inner = membersOf(value, places, depth + 1);
        fields.push(...inner.fields);
        children.push(...inner.children);
      }
    } else if (Array.isArray(value)) {
      (value as readonly unknown[]).forEach((each, i) => {
        const here = at.arr?.[i];
        if (here === undefined || !isObject(each)) return;
        const list = rangeOf(here, places);
        if (list.end > list.start && places.findings.count(list.start, name))
          children.push(
            part(places.words.nameOf(name, each), list, membersOf(each, places, depth + 1)),
          );
      });
    } else {
      const shown = shownValue(value, at, places);
      if (shown !== null && range.end > range.start) fields.push({ name, value: shown, range });
    }
  }
  return { fields, children };
}

/** The members of an object as elements. */
function partsOf(object: Declared, places: Places): FormatElement[] {
  return entriesOf(object).flatMap(([name, at]) => {
    const value = object[name];
    const range = rangeOf(at, places);
    if (isObject(value) && range.end > range.start) {
      const brief = places.words.brief?.(value) ?? null;
      if (brief !== null)
        return [
          part(places.words.nameOf(name, value), range, {
            fields: [{ name: 'entries', value: brief, range }],
          }),
        ];
      return [part(places.words.nameOf(name, value), range, membersOf(value, places, 1))];
    }
    return Array.isArray(value)
      ? membersOf({ _debug: { [name]: at }, [name]: value, _read: object._read }, places, 0)
          .children
      : [];
  });
}

const MOST_SHOWN = 8;

function shownValue(value: unknown, at: ReadAt, { format }: Places): number | string | null {
  if (value instanceof Uint8Array) {
    const more = value.length > MOST_SHOWN ? ' …' : '';
    return value.length === 0 ? null : shownBytes(value.subarray(0, MOST_SHOWN)) + more;
  }
  if (typeof value === 'string') return value.length > 256 ? `${value.slice(0, 255)}…` : value;
  if (typeof value !== 'number') return null;
  if (at.enumName === undefined) return value;
  // "Gif.BlockLabel", whose numbers lead to names.
  const [, ...path] = at.enumName.split('.');
  let names: unknown = format;
  for (const step of path) names = (names as Record<string, unknown> | undefined)?.[step];
  const name = (names as Record<number, unknown> | undefined)?.[value];
  return typeof name === 'string' ? `${value}, ${name.toLowerCase().replaceAll('_', ' ')}` : value;
}

function reportFailure(error: unknown, object: Declared, places: Places): void {
  const { name, range } = failedAt(object, places, 0) ?? {
    name: null,
    range: { start: places.end, end: places.end },
  };
  const { start } = range;
  if (error instanceof TooManyReads)
    report(places.findings, start, 'too-many', name, 'more parts', `at most ${MOST_READS} reads`);
  else if (error instanceof KaitaiStream.EOFError)
    report(
      places.findings,
      start,
      'truncated',
      name,
      `${error.bytesAvail} bytes`,
      `${error.bytesReq}`,
    );
  else {
    const { actual, expected, message } = error as Error & { actual?: unknown; expected?: unknown };
    const found = actual === undefined ? message : shownAny(actual);
    report(
      places.findings,
      start,
      'bad-value',
      name,
      found,
      expected === undefined ? 'what the format says' : shownAny(expected),
    );
  }
}

const shownAny = (value: unknown): string =>
  value instanceof Uint8Array ? shownBytes(value.subarray(0, MOST_SHOWN)) : String(value);

/** The innermost field that was begun and not ended. */
function failedAt(
  object: Declared,
  places: Places,
  depth: number,
): { name: string; range: ByteRange } | null {
  if (depth > MAX_DEPTH) return null;
  const last = entriesOf(object).at(-1);
  if (last === undefined) return null;
  const [name, at] = last;
  const value = object[name];
  const begun: unknown = Array.isArray(value) ? value.at(-1) : value;
  const inner = isObject(begun) ? failedAt(begun, places, depth + 1) : null;
  const here = at.arr?.at(-1) ?? at;
  return inner ?? { name, range: rangeOf(here, places) };
}

/**
 * The wrong answers that slips of the head make of a right one. They are computed beforehand rather than recognised
 * afterwards: so the page needs only a list, and the tests can try each of them.
 */
import { encodeElement } from '../bytes/encode';
import { formatHex } from '../bytes/format';
import type { ByteRange } from '../bytes/ranges';
import { readElement } from '../bytes/read';
import { ELEMENT_TYPES, type ElementKind } from '../bytes/view-kinds';
import { asDecimals } from './answer-key';
import { readValue } from './read-answer';
import type { Stored } from './quiz';

export const SLIPS = [
  'byte-swapped',
  'wrong-offset',
  'sign-lost',
  'sign-flag',
  'read-unsigned',
  'read-signed',
  'clamped',
  'wrapped',
  'not-stored',
  'decimal-for-hex',
  'hex-for-decimal',
] as const;
export type Slip = (typeof SLIPS)[number];

export interface WrongAnswer {
  readonly slip: Slip;
  /** As `AnswerKey.wrong` has it. */
  readonly answer: string;
}

const whole = (bytes: Uint8Array): ByteRange => ({ start: 0, end: bytes.length });
const hex = (bytes: Uint8Array): string => formatHex(bytes, whole(bytes));

/** Drops those that are the right answer after all, and all but the first of each. */
function distinct(right: string, found: readonly WrongAnswer[]): readonly WrongAnswer[] {
  const seen = new Set([right]);
  return found.filter(({ answer }) => !seen.has(answer) && seen.add(answer));
}

/**
 * Wrong bytes for `buffer[range]`, most telling first. `stored` says which elements lie there from the start of the
 * range; what is left over belongs to none.
 */
export function wrongBytes(
  buffer: Uint8Array,
  range: ByteRange,
  stored: (Stored & { readonly littleEndian: boolean }) | null,
): readonly WrongAnswer[] {
  const right = buffer.subarray(range.start, range.end);
  const found: WrongAnswer[] = [];
  const add = (slip: Slip, bytes: Uint8Array) => found.push({ slip, answer: hex(bytes) });
  if (stored === null) add('byte-swapped', right.slice().reverse());
  else {
    const { type, littleEndian, numbers } = stored;
    const { byteSize } = ELEMENT_TYPES[type];
    const count = Math.floor(right.length / byteSize);
    const elements = Array.from({ length: count }, (_, i) =>
      readElement(right, i * byteSize, type, littleEndian),
    );
    const withElements = (made: readonly Uint8Array[]): Uint8Array => {
      const bytes = right.slice();
      for (const [i, each] of made.entries())
        bytes.set(littleEndian ? each.slice().reverse() : each, i * byteSize);
      return bytes;
    };
    const store = (numbersOf: readonly (number | bigint)[]) =>
      withElements(numbersOf.map((each) => encodeElement(each, type)));
    if (byteSize > 1)
      add(
        'byte-swapped',
        withElements(elements.map((each) => encodeElement(each, type).reverse())),
      );
    const given = numbers ?? elements;
    add('sign-lost', store(given.map(magnitude)));
    add('sign-flag', withElements(given.map((each) => asFlag(each, type))));
    const other = otherLimit(type);
    if (numbers !== undefined && other !== null)
      add(other.slip, withElements(numbers.map((each) => other.store(each))));
  }
  for (const shifted of shifts(buffer, range)) add('wrong-offset', shifted);
  found.push({ slip: 'decimal-for-hex', answer: asDecimals([...right]) });
  return distinct(hex(right), found);
}

/** Wrong numbers for one that was read or stored; `right` in the spelling of `read-answer.ts`. */
export function wrongValues(
  right: string,
  base: 10 | 16,
  stored: Stored | null,
): readonly WrongAnswer[] {
  const found: WrongAnswer[] = [];
  const spell = (value: number | bigint) => value.toString(base);
  const value = base === 16 ? BigInt(`0x${right}`) : toNumber(right);
  if (stored !== null && isInteger(value)) {
    const { type, numbers } = stored;
    const { byteSize, family } = ELEMENT_TYPES[type];
    const bytes = encodeElement(value, type);
    const bits = byteSize * 8;
    const add = (slip: Slip, wrong: number | bigint) => found.push({ slip, answer: spell(wrong) });
    const other = otherLimit(type);
    for (const given of numbers ?? []) {
      if (other !== null) add(other.slip, readElement(other.store(given), 0, type, false));
      add('not-stored', given);
    }
    if (byteSize > 1) add('byte-swapped', readElement(bytes.slice().reverse(), 0, type, false));
    if (value < 0) {
      add('sign-lost', magnitude(value));
      add('read-unsigned', BigInt.asUintN(bits, BigInt(value)));
    } else if (family === 'u') add('read-signed', BigInt.asIntN(bits, BigInt(value)));
  }
  if (base === 10 && isInteger(value) && value >= 10) {
    const read = readValue(value.toString(16), 10);
    if (read.kind === 'answer') found.push({ slip: 'hex-for-decimal', answer: read.text });
  }
  if (base === 16) found.push({ slip: 'decimal-for-hex', answer: value.toString(10) });
  return distinct(right, found);
}

const isInteger = (value: number | bigint): boolean =>
  typeof value === 'bigint' || Number.isInteger(value);

function toNumber(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(text) ? value : BigInt(text);
}

const magnitude = (value: number | bigint): number | bigint => (value < 0 ? -value : value);

/** A sign bit and the number beside it: −2 as `82`. Only where the number is negative and an integer. */
function asFlag(value: number | bigint, type: ElementKind): Uint8Array {
  const { byteSize, family } = ELEMENT_TYPES[type];
  const bytes = encodeElement(value, type);
  if (value >= 0 || family === 'f' || !isInteger(value)) return bytes;
  const flagged = BigInt.asUintN(byteSize * 8, BigInt(magnitude(value)));
  const made = Uint8Array.from({ length: byteSize }, (_, i) =>
    Number((flagged >> BigInt((byteSize - 1 - i) * 8)) & 0xffn),
  );
  made[0] = (made[0] ?? 0) | 0x80;
  return made;
}

/** What the type would do at its ends if it did the other thing. Null for floats, which do neither. */
function otherLimit(
  type: ElementKind,
): { readonly slip: Slip; readonly store: (value: number | bigint) => Uint8Array } | null {
  if (type === 'Uint8ClampedArray')
    return { slip: 'wrapped', store: (value) => encodeElement(value, 'Uint8Array') };
  const { byteSize, family } = ELEMENT_TYPES[type];
  if (family === 'f') return null;
  const bits = BigInt(byteSize * 8);
  const least = family === 'u' ? 0n : -(1n << (bits - 1n));
  const most = family === 'u' ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n;
  return {
    slip: 'clamped',
    store: (value) => {
      const cut = value > most ? most : value < least ? least : value;
      return encodeElement(byteSize === 8 ? cut : Number(cut), type);
    },
  };
}

/**
 * The same bytes taken from, or put to, another offset: what stands so many bytes further on or back in the buffer,
 * and, for bytes at the end of a row, the row moved along with zeros coming in.
 */
function shifts(buffer: Uint8Array, { start, end }: ByteRange): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  const length = end - start;
  for (let by = 1; by < buffer.length; by++) {
    for (const from of [start + by, start - by]) {
      if (from >= 0 && from + length <= buffer.length)
        found.push(buffer.slice(from, from + length));
    }
  }
  const right = buffer.subarray(start, end);
  for (let by = 1; by < length; by++) {
    const later = new Uint8Array(length);
    later.set(right.subarray(0, length - by), by);
    const sooner = new Uint8Array(length);
    sooner.set(right.subarray(by));
    if (right.subarray(length - by).every((byte) => byte === 0)) found.push(later);
    if (right.subarray(0, by).every((byte) => byte === 0)) found.push(sooner);
  }
  // Of nothing but zeros it could as well be said that nothing was written.
  return found.filter((bytes) => bytes.some((byte) => byte !== 0));
}

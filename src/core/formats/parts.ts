/**
 * What the readers of small formats share: fields by a table, and the element that they stand in.
 *
 *     width u32, height u32, depth u8     a layout: names and types, in their order
 */
import { rangeAt, type ByteRange } from '../bytes/ranges';
import type { Field, Findings, FormatElement, FormatProblem } from './element';
import type { Held, Reading } from './reading';

/** `textN`: N bytes of ASCII; `skipN`: N bytes that are not shown. */
type FieldType =
  'u8' | 'u16' | 'u24' | 'u32' | 'i8' | 'i16' | 'i32' | `text${number}` | `skip${number}`;

export type Layout = readonly (readonly [name: string, type: FieldType])[];

export const layout = (text: string): Layout =>
  text === ''
    ? []
    : text.split(', ').map((entry) => entry.split(' ') as unknown as [string, FieldType]);

const NUMBER_BYTES: Readonly<Record<string, number>> = {
  ...{ u8: 1, u16: 2, u24: 3, u32: 4 },
  ...{ i8: 1, i16: 2, i32: 4 },
};

const byteLengthOf = (type: FieldType): number =>
  NUMBER_BYTES[type] ?? Number(type.slice('text'.length));

export const layoutBytes = (fields: Layout): number =>
  fields.reduce((sum, [, type]) => sum + byteLengthOf(type), 0);

/** The fields of a layout that lie whole within a range whose bytes are at hand. */
export function fieldsAt(
  held: Held,
  range: ByteRange,
  fields: Layout,
  littleEndian: boolean,
): Field[] {
  const found: Field[] = [];
  let at = range.start;
  for (const [name, type] of fields) {
    const here = rangeAt(at, byteLengthOf(type));
    if (here.end > range.end || !held.has(here.start, here.end) || here.end > held.byteLength)
      break;
    at = here.end;
    if (type.startsWith('skip')) continue;
    const value = type.startsWith('text')
      ? asciiOf(held.slice(here))
      : numberAt(held, here, littleEndian, type.startsWith('i'));
    found.push({ name, value, range: here });
  }
  return found;
}

/** An integer of up to 4 bytes that are at hand. */
export function numberAt(
  held: Held,
  { start, end }: ByteRange,
  littleEndian: boolean,
  signed = false,
): number {
  let value = 0;
  for (let i = 0; i < end - start; i++)
    value = value * 256 + (held.at(littleEndian ? end - 1 - i : start + i) ?? 0);
  const span = 256 ** (end - start);
  return signed && value >= span / 2 ? value - span : value;
}

/** Up to the first zero; what is no printable letter is shown as its number. */
export function asciiOf(bytes: Uint8Array): string {
  const zero = bytes.indexOf(0);
  return Array.from(zero < 0 ? bytes : bytes.subarray(0, zero), (byte) =>
    byte >= 0x20 && byte < 0x7f
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

export interface PartOptions {
  readonly id?: ByteRange;
  readonly size?: ByteRange;
  readonly data?: ByteRange;
  readonly fields?: readonly Field[];
  readonly children?: readonly FormatElement[];
  readonly missing?: number;
}

/** An element; what has no id and no size has empty ranges of them at its start. */
export function part(name: string, range: ByteRange, options: PartOptions = {}): FormatElement {
  const none = { start: range.start, end: range.start };
  const { fields = [] } = options;
  return {
    name,
    id: name,
    range,
    idRange: options.id ?? none,
    sizeRange: options.size ?? none,
    data: options.data ?? range,
    sizeIsKnown: true,
    missing: options.missing ?? 0,
    value: fields.length === 0 ? null : { kind: 'fields', value: fields },
    children: options.children ?? [],
    childrenAreRead: true,
  };
}

/** Gets `[start, end)` to hand, as far as the file goes. */
export function* need(held: Held, start: number, end: number): Reading<void> {
  if (!held.has(start, end)) yield* held.ask(start, end);
}

/** Bytes as problems show them: `FF D8 00`. */
export const shownBytes = (bytes: Uint8Array): string =>
  bytes.length === 0
    ? 'the end'
    : Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

/** Adds a problem in one line. */
export function report(
  findings: Findings,
  offset: number,
  code: FormatProblem['code'],
  within: string | null,
  found: string,
  expected: string,
): void {
  findings.add({ offset, code, within, found, expected });
}

/** What follows the end of a format that has one. */
export const TRAILING = 'trailing bytes';

/** What the bytes at one place are, read as every type of number and in both orders, as letters, bits and dates. */
import { formatByte, formatFull } from '../../core/bytes/format';
import { readElement } from '../../core/bytes/read';
import { ELEMENT_TYPES, type ElementKind, type ElementType } from '../../core/bytes/view-kinds';

/** As many bytes as the longest reading takes. */
export const READ_BYTES = 8;

const KINDS: readonly ElementKind[] = [
  ...(['Int8Array', 'Uint8Array', 'Int16Array', 'Uint16Array', 'Int32Array'] as const),
  ...(['Uint32Array', 'BigInt64Array', 'BigUint64Array'] as const),
  ...(['Float16Array', 'Float32Array', 'Float64Array'] as const),
];

export interface NumberReading {
  /** `Int16`, as DataView's methods name it. */
  readonly name: string;
  readonly family: ElementType['family'];
  readonly byteSize: number;
  /** Null where the file ends before. One byte has no order: both are the same. */
  readonly little: string | null;
  readonly big: string | null;
}

/** @param bytes those from the place on, as many as there are of `READ_BYTES` */
export function numberReadings(bytes: Uint8Array): readonly NumberReading[] {
  return KINDS.map((kind) => {
    const { suffix, family, byteSize } = ELEMENT_TYPES[kind];
    const read = (littleEndian: boolean) =>
      byteSize > bytes.length ? null : formatFull(readElement(bytes, 0, kind, littleEndian));
    return { name: suffix, family, byteSize, little: read(true), big: read(false) };
  });
}

export type OtherName = 'bits' | 'ascii' | 'utf8' | 'utf16' | 'seconds' | 'milliseconds';

export interface OtherReading {
  readonly name: OtherName;
  readonly byteSize: number;
  readonly little: string | null;
  readonly big: string | null;
}

/** Letters, bits and dates. */
export function otherReadings(bytes: Uint8Array): readonly OtherReading[] {
  const [first] = bytes;
  const same = (name: OtherName, byteSize: number, value: string | null): OtherReading => ({
    name,
    byteSize,
    little: value,
    big: value,
  });
  const letter = utf8At(bytes);
  return [
    same('bits', 1, first === undefined ? null : formatByte(first, 'bin')),
    same('ascii', 1, first !== undefined && first < 0x80 ? shownLetter(first) : null),
    same('utf8', letter?.byteSize ?? 1, letter === null ? null : shownLetter(letter.code)),
    {
      name: 'utf16',
      byteSize: 2,
      little: utf16At(bytes, true),
      big: utf16At(bytes, false),
    },
    {
      name: 'seconds',
      byteSize: 4,
      little: dateAt(bytes, 4, true),
      big: dateAt(bytes, 4, false),
    },
    {
      name: 'milliseconds',
      byteSize: 8,
      little: dateAt(bytes, 8, true),
      big: dateAt(bytes, 8, false),
    },
  ];
}

/** One letter and its number; what cannot be seen has its number alone. */
function shownLetter(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const letter = String.fromCodePoint(code);
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter) ? `${letter} ${number}` : number;
}

function utf8At(bytes: Uint8Array): { readonly code: number; readonly byteSize: number } | null {
  const [first] = bytes;
  if (first === undefined) return null;
  const byteSize = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(0, byteSize),
    );
    const code = text.codePointAt(0);
    return code === undefined ? null : { code, byteSize };
  } catch {
    return null;
  }
}

function utf16At(bytes: Uint8Array, littleEndian: boolean): string | null {
  if (bytes.length < 2) return null;
  const unit = Number(readElement(bytes, 0, 'Uint16Array', littleEndian));
  // Half of a pair is no letter.
  return unit >= 0xd800 && unit < 0xe000 ? null : shownLetter(unit);
}

/** Of a Date: 100 million days around 1970. */
const MOST_DATE = 8_640_000_000_000_000;

function dateAt(bytes: Uint8Array, byteSize: 4 | 8, littleEndian: boolean): string | null {
  if (bytes.length < byteSize) return null;
  const kind = byteSize === 4 ? 'Int32Array' : 'BigInt64Array';
  const time = Number(readElement(bytes, 0, kind, littleEndian)) * (byteSize === 4 ? 1000 : 1);
  if (Math.abs(time) > MOST_DATE) return null;
  return new Date(time)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.000Z$|Z$/, ' UTC');
}

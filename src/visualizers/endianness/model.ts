/** One value as bytes that are worth more and less, with their place in memory in either order. Pure. */
import { formatByte } from '../../core/bytes/format';
import { readElement } from '../../core/bytes/read';
import { ELEMENT_TYPES, type ElementKind, type Family } from '../../core/bytes/view-kinds';

/** The types with more than one byte, by how many bits and how they are read. */
export const WIRED_KINDS = {
  u16: 'Uint16Array',
  i16: 'Int16Array',
  f16: 'Float16Array',
  u32: 'Uint32Array',
  i32: 'Int32Array',
  f32: 'Float32Array',
  u64: 'BigUint64Array',
  i64: 'BigInt64Array',
  f64: 'Float64Array',
} as const satisfies Record<string, ElementKind>;

export type WiredName = keyof typeof WIRED_KINDS;
export type WiredFamily = Exclude<Family, 'd'>;
export const WIRED_FAMILIES: readonly WiredFamily[] = ['u', 'i', 'f'];
export const WIRED_BITS = [16, 32, 64] as const;
export type WiredBits = (typeof WIRED_BITS)[number];

export const wiredName = (family: WiredFamily, bits: WiredBits): WiredName => `${family}${bits}`;

export type FloatPart = 'sign' | 'exponent' | 'fraction';
/** Bits of the exponent, by bytes. @see IEEE 754-2019 §3.6 */
const EXPONENT_BITS: Readonly<Record<number, number>> = { 2: 5, 4: 8, 8: 11 };

export interface WiredByte {
  /** 0 for the byte that is worth most. */
  readonly index: number;
  readonly value: number;
  /** `12` */
  readonly hex: string;
  /** The two hex digits, each with its four bits. */
  readonly nibbles: readonly { readonly digit: string; readonly bits: string }[];
  /** What a one in this byte is worth; for a float, whose bytes are no digits, null. */
  readonly weight: bigint | null;
  /** 256 to this power is the weight. */
  readonly power: number;
  /** Which parts of a float have bits in this byte. */
  readonly parts: readonly FloatPart[];
  /** Bytes from the start of the value in memory. */
  readonly bigOffset: number;
  readonly littleOffset: number;
}

export interface Wiring {
  readonly kind: ElementKind;
  readonly family: WiredFamily;
  readonly byteSize: number;
  /** `Uint32`, as in `setUint32`. */
  readonly suffix: string;
  /** From the byte worth most to the one worth least. */
  readonly bytes: readonly WiredByte[];
  readonly value: number | bigint;
  /** What a reader finds who takes the bytes in the other order. */
  readonly swapped: number | bigint;
  /** Read from either end the bytes are the same. */
  readonly isPalindrome: boolean;
  /** `0x12345678`: all bits, leading zeros included. */
  readonly hex: string;
}

/** `bytes` are the value's, highest first. */
export function wiringOf(bytes: Uint8Array, kind: ElementKind): Wiring {
  const { family, byteSize, suffix } = ELEMENT_TYPES[kind];
  const hexBytes = Array.from(bytes, (byte) => formatByte(byte, 'hex'));
  return {
    kind,
    family,
    byteSize,
    suffix,
    bytes: hexBytes.map((hex, index) => {
      const value = bytes[index] ?? 0;
      const bits = formatByte(value, 'bin');
      const power = byteSize - 1 - index;
      return {
        index,
        value,
        hex,
        nibbles: [
          { digit: hex.charAt(0), bits: bits.slice(0, 4) },
          { digit: hex.charAt(1), bits: bits.slice(4) },
        ],
        weight: family === 'f' ? null : 256n ** BigInt(power),
        power,
        parts: family === 'f' ? floatParts(index, byteSize) : [],
        bigOffset: index,
        littleOffset: byteSize - 1 - index,
      };
    }),
    value: readElement(bytes, 0, kind, false),
    swapped: readElement(bytes, 0, kind, true),
    isPalindrome: hexBytes.join() === hexBytes.toReversed().join(),
    hex: `0x${hexBytes.join('')}`,
  };
}

/** Sign first, then the exponent, then the fraction, from the highest bit down. */
function floatParts(index: number, byteSize: number): readonly FloatPart[] {
  const exponentEnd = 1 + (EXPONENT_BITS[byteSize] ?? 0);
  const from = index * 8;
  const parts: FloatPart[] = [];
  if (from === 0) parts.push('sign');
  if (from < exponentEnd) parts.push('exponent');
  if (from + 8 > exponentEnd) parts.push('fraction');
  return parts;
}

/** The bytes after one of them was changed, as a new array. */
export function pokeByte(bytes: Uint8Array, index: number, value: number): Uint8Array {
  const next = bytes.slice();
  next[index] = value & 0xff;
  return next;
}

/** Byte addresses as the figure writes them: `0x04`. */
export const formatAddress = (address: number): string => `0x${formatByte(address, 'hex')}`;

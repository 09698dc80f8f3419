/** Interface text of the wiring figure: one value in memory, in both byte orders. */
import type { Texts } from './locale';

/** What a store did to the number; see visualizers/endianness/parse-value.ts. */
type StoreNote = 'wrapped' | 'cut' | 'rounded';
type Refusal = 'syntax' | 'notFinite' | 'fraction';
type ByteOrder = 'big' | 'little';
/** How much of it can be said: all, what a byte has room for, or less. */
type Room = 'spoken' | 'cell' | 'small';
type FloatPart = 'sign' | 'exponent' | 'fraction';

const count = new Intl.NumberFormat('en');
const raised = (power: number) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(power);

export interface EndiannessText {
  readonly label: (hex: string) => string;
  readonly caption: (hex: string) => string;
  readonly orders: Readonly<Record<ByteOrder, { readonly title: string; readonly about: string }>>;
  readonly value: string;
  readonly aboutValue: string;
  /** Follows `aboutValue` where something can answer. */
  readonly follow: string;
  readonly input: string;
  readonly size: string;
  readonly bits: (bits: number) => { readonly short: string; readonly long: string };
  readonly readAs: string;
  readonly families: Readonly<Record<'u' | 'i' | 'f', string>>;
  readonly tries: string;
  readonly try: (value: string, bits: number, family: 'u' | 'i' | 'f') => string;
  readonly hint: string;
  readonly notes: Readonly<Record<StoreNote, (stored: string, bits: number) => string>>;
  readonly refusals: Readonly<Record<Refusal, string>>;
  /** Spoken when the value is another. */
  readonly stored: (value: string, big: string, little: string) => string;
  readonly poked: (hex: string, order: ByteOrder, address: string, value: string) => string;
  readonly readings: Readonly<Record<ByteOrder, string>>;
  readonly hex: string;
  readonly decimal: string;
  readonly row: (order: ByteOrder) => string;
  readonly valueRow: (hex: string) => string;
  readonly memoryByte: (order: ByteOrder, address: string, index: number, size: number) => string;
  readonly valueByte: (
    hex: string,
    worth: string,
    bigAddress: string,
    littleAddress: string,
  ) => string;
  /** A whole number with its digits grouped and a true minus. */
  readonly integer: (value: number | bigint) => string;
  /** `× 65,536`, or `× 256²` where there is no room; spoken, `times 65,536`. */
  readonly weight: (weight: bigint, power: number, room: Room) => string;
  /** Which parts of a float are in a byte: spoken, or as the byte has room for. */
  readonly parts: (parts: readonly FloatPart[], room: Room) => string;
}

const integer = (value: number | bigint) => count.format(value).replaceAll('-', '−');
const orderName = { big: 'Big-endian', little: 'Little-endian' } as const;
const partNames = {
  spoken: { sign: 'sign', exponent: 'exponent', fraction: 'fraction' },
  cell: { sign: 'sign', exponent: 'exp', fraction: 'fraction' },
  small: { sign: 'sign', exponent: 'exp', fraction: 'frac' },
} as const;

export const endiannessText: Texts<EndiannessText> = {
  en: {
    label: (hex) => `${hex} in memory, in both byte orders`,
    caption: (hex) =>
      `A wire runs from each byte of ${hex} to its address. Big-endian wires run straight. Little-endian wires cross. The more a byte is worth, the thicker its wire.`,
    orders: {
      big: {
        title: 'Big-endian',
        about:
          'The big end goes to the lowest address. Reads like print. PNG, TCP and Java class files use it.',
      },
      little: {
        title: 'Little-endian',
        about:
          'The little end goes to the lowest address. PCs and phones store numbers this way, and so do typed arrays on them. WAV and WebAssembly use it.',
      },
    },
    value: 'The value',
    aboutValue: 'A thicker wire carries a byte that is worth more.',
    follow: 'Point at a byte to follow it.',
    input: 'Value',
    size: 'Size of the value',
    bits: (bits) => ({ short: String(bits), long: `${bits} bits` }),
    readAs: 'Type of the value',
    families: { u: 'unsigned', i: 'signed', f: 'float' },
    tries: 'Try',
    try: (value, bits, family) => {
      const kind = { u: 'unsigned', i: 'signed', f: 'float' }[family];
      return `${value} as ${bits}-bit ${kind}`;
    },
    hint: 'Type any number, or type over a byte in memory: two hex digits, or the up and down keys.',
    notes: {
      wrapped: (stored, bits) =>
        `It does not fit: only its low ${bits} bits are kept, and they read ${stored}.`,
      cut: (stored) => `An integer has no fraction: ${stored} is stored.`,
      rounded: (stored, bits) => `The nearest ${bits}-bit float is stored: ${stored}.`,
    },
    refusals: {
      syntax: 'That is not a number. Type 327, 0x147, −2, 1.5 or NaN, for example.',
      notFinite: 'Integers have no NaN and no Infinity. Choose float to store it.',
      fraction: 'A 64-bit integer is a BigInt, which has no fraction. Choose float to store it.',
    },
    stored: (value, big, little) => `${value} is ${big} big-endian and ${little} little-endian.`,
    poked: (hex, order, address, value) =>
      `${orderName[order]}, address ${address}: ${hex}. The value is ${value}.`,
    readings: { big: 'read as big-endian', little: 'read as little-endian' },
    hex: 'hex',
    decimal: 'decimal',
    row: (order) => `${orderName[order]} bytes by address`,
    valueRow: (hex) => `The value ${hex}, byte by byte`,
    memoryByte: (order, address, index, size) => {
      const worth =
        index === 0
          ? 'the byte worth most'
          : index === size - 1
            ? 'the byte worth least'
            : `byte ${index + 1} of the value`;
      return `${orderName[order]}, address ${address}, ${worth}, hex`;
    },
    valueByte: (hex, worth, bigAddress, littleAddress) =>
      `hex ${hex}, ${worth}; big-endian at address ${bigAddress}, little-endian at address ${littleAddress}`,
    integer,
    weight: (weight, power, room) => {
      if (room === 'spoken') return `times ${integer(weight)}`;
      return room === 'cell' ? `× ${integer(weight)}` : `× 256${raised(power)}`;
    },
    parts: (parts, room) =>
      parts.map((part) => partNames[room][part]).join(room === 'spoken' ? ' and ' : ', '),
  },
};

/** Small files of each format, made byte by byte. */
import { crc32 } from '../bytes/crc-32';

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const text = (letters: string): Uint8Array => new TextEncoder().encode(letters);
export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

function number(value: number, byteLength: number, littleEndian = true): Uint8Array {
  const out = new Uint8Array(byteLength);
  for (let i = 0; i < byteLength; i++)
    out[littleEndian ? i : byteLength - 1 - i] = Math.floor(value / 256 ** i) & 0xff;
  return out;
}
export const u16 = (value: number): Uint8Array => number(value, 2);
export const u32 = (value: number): Uint8Array => number(value, 4);
const be16 = (value: number): Uint8Array => number(value, 2, false);
const be32 = (value: number): Uint8Array => number(value, 4, false);

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([text(type), data]);
  return joined([be32(data.length), body, be32(crc32(body))]);
}

/** 2 × 2, of an empty picture's data. */
export const pngFile = (more: readonly Uint8Array[] = []): Uint8Array<ArrayBuffer> =>
  joined([
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', joined([be32(2), be32(2), bytes(8, 2, 0, 0, 0)])),
    ...more,
    pngChunk('IDAT', bytes(0x78, 0x9c, 1, 2, 3, 4)),
    pngChunk('IEND', bytes()),
  ]);

/** APP1 with an orientation, a resolution and no thumbnail; a frame; and a scan with a stuffed FF and a restart. */
export function jpegFile(): Uint8Array<ArrayBuffer> {
  const tiff = joined([
    text('II'),
    u16(42),
    u32(8),
    u16(2),
    // Orientation is a SHORT, in place; XResolution a RATIONAL, elsewhere.
    ...[u16(0x112), u16(3), u32(1), u32(6)],
    ...[u16(0x11a), u16(5), u32(1), u32(38)],
    u32(0),
    u32(72),
    u32(1),
  ]);
  const segment = (marker: number, data: Uint8Array) =>
    joined([bytes(0xff, marker), be16(data.length + 2), data]);
  return joined([
    bytes(0xff, 0xd8),
    segment(0xe1, joined([text('Exif\0\0'), tiff])),
    segment(0xc0, joined([bytes(8), be16(16), be16(16), bytes(1, 1, 0x11, 0)])),
    segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
    bytes(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
    bytes(0xff, 0xd9),
  ]);
}

/** 2 × 2, four colours, told to repeat. */
export const gifFile = (): Uint8Array<ArrayBuffer> =>
  joined([
    text('GIF89a'),
    ...[u16(2), u16(2), bytes(0x81, 0, 0)],
    new Uint8Array(12),
    joined([bytes(0x21, 0xff, 11), text('NETSCAPE2.0'), bytes(3, 1, 0, 0, 0)]),
    bytes(0x21, 0xf9, 4, 0, 10, 0, 0, 0),
    joined([bytes(0x2c), u16(0), u16(0), u16(2), u16(2), bytes(0)]),
    bytes(2, 3, 0x84, 0x11, 0x05, 0),
    bytes(0x3b),
  ]);

/** 2 × 2, of 24 bits: 70 bytes. */
export const bmpFile = (): Uint8Array<ArrayBuffer> =>
  joined([
    ...[text('BM'), u32(70), u32(0), u32(54)],
    ...[u32(40), u32(2), u32(2), u16(1), u16(24), u32(0), u32(16), u32(0), u32(0), u32(0), u32(0)],
    new Uint8Array(16).fill(0x7f),
  ]);

/** A list with a text of odd length, the format, and four samples. */
export function wavFile(): Uint8Array<ArrayBuffer> {
  const chunk = (id: string, data: Uint8Array) =>
    joined([text(id), u32(data.length), data, new Uint8Array(data.length % 2)]);
  const format = joined([u16(1), u16(1), u32(44_100), u32(88_200), u16(2), u16(16)]);
  const chunks = joined([
    chunk('LIST', joined([text('INFO'), chunk('INAM', text('abc'))])),
    chunk('fmt ', format),
    chunk('data', joined([u16(0), u16(32_767), u16(0), u16(32_769)])),
  ]);
  return chunk('RIFF', joined([text('WAVE'), chunks]));
}

/** Files `a.txt` and `b.txt`, stored, with an extended timestamp in the second. */
export function zipFile(files = 2): Uint8Array<ArrayBuffer> {
  const heads: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [i, name] of ['a.txt', 'b.txt'].slice(0, files).entries()) {
    const data = text('abc');
    const extra = i === 1 ? joined([u16(0x5455), u16(5), bytes(1), u32(1_600_000_000)]) : bytes();
    const shared = joined([
      ...[u16(0), u16(0), u16(0x6a21), u16(0x5b7a), u32(crc32(data))],
      ...[u32(data.length), u32(data.length), u16(name.length), u16(extra.length)],
    ]);
    const head = joined([text('PK'), bytes(3, 4), u16(20), shared, text(name), extra, data]);
    const rest = joined([u16(0), u16(0), u16(0), u32(0), u32(at)]);
    directory.push(
      joined([text('PK'), bytes(1, 2), u16(20), u16(20), shared, rest, text(name), extra]),
    );
    heads.push(head);
    at += head.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = joined([
    ...[text('PK'), bytes(5, 6), u16(0), u16(0), u16(files), u16(files)],
    ...[u32(size), u32(at), u16(0)],
  ]);
  return joined([...heads, ...directory, end]);
}

/** Imports a function `env.log`, has a memory, and exports a function that does nothing. */
export function wasmFile(): Uint8Array<ArrayBuffer> {
  const name = (letters: string) => joined([bytes(letters.length), text(letters)]);
  const section = (id: number, data: Uint8Array) => joined([bytes(id, data.length), data]);
  return joined([
    bytes(0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    section(1, bytes(1, 0x60, 0, 0)),
    section(2, joined([bytes(1), name('env'), name('log'), bytes(0, 0)])),
    section(3, bytes(1, 0)),
    section(5, bytes(1, 0, 1)),
    section(7, joined([bytes(1), name('run'), bytes(0, 1)])),
    section(10, bytes(1, 2, 0, 0x0b)),
    section(0, joined([name('name'), bytes(0)])),
  ]);
}

/** Which format a file is of, by its first bytes and never by its name, and the reader of it, which is loaded when it is wanted. */
import { rangeAt } from '../bytes/ranges';
import type { FormatName, FormatTree } from './element';
import { formatOf, looksLike, SIGNATURE_BYTES } from './media-file';
import { finishByRanges, Held, type FileBytes, type Reading } from './reading';

type Reader = (held: Held) => Reading<FormatTree<FormatName>>;

/** A reader comes with its format: most files need one of them. */
const READERS: Readonly<Record<FormatName, () => Promise<Reader>>> = {
  webm: async () => {
    const { webmReading } = await import('./webm');
    return (held) => webmReading(held, 'first');
  },
  mp4: async () => (await import('./mp4')).mp4Reading,
  png: async () => (await import('./png')).pngReading,
  jpeg: async () => (await import('./jpeg')).jpegReading,
  gif: async () => (await import('./gif')).gifReading,
  bmp: async () => (await import('./bmp')).bmpReading,
  wav: async () => (await import('./wav')).wavReading,
  zip: async () => (await import('./zip')).zipReading,
  wasm: async () => (await import('./wasm')).wasmReading,
};

/** First bytes, `..` for any byte. A ZIP may be empty, or the first of several parts. */
const SIGNATURES: readonly (readonly [format: FormatName, hex: string])[] = [
  ['png', '89504E470D0A1A0A'],
  ['jpeg', 'FFD8FF'],
  ['gif', '47494638'],
  ['wav', '52494646........57415645'],
  ['zip', '504B0304'],
  ['zip', '504B0506'],
  ['zip', '504B0708'],
  ['wasm', '0061736D'],
];

/** A BMP's first header, and the length of the second. */
const BMP_HEAD_BYTES = 18;

/** The format that these first bytes are of; null where there is no reader for it. */
export function detectFormat(bytes: Uint8Array): FormatName | null {
  const hex = Array.from(bytes.subarray(0, SIGNATURE_BYTES), (byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  ).join('');
  const found = SIGNATURES.find(([, pattern]) => new RegExp(`^${pattern}`).test(hex));
  return found?.[0] ?? (isBmp(bytes) ? 'bmp' : formatOf(bytes));
}

/** Many a text begins with BM, and in none of them stands a length of a second header, which has 12 to 124 bytes. */
function isBmp(bytes: Uint8Array): boolean {
  if (bytes.length < BMP_HEAD_BYTES || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(14, true);
  return length >= 12 && length <= 124;
}

export interface Structure {
  readonly tree: FormatTree<FormatName> | null;
  /** What it looks like where there is no reader: `PDF`; null where that is not known either. */
  readonly looksLike: string | null;
}

/**
 * What a file is made of, reading of it only what that takes.
 *
 * @throws what the file's `read` rejects with; a RangeError where it gives fewer bytes than it has
 */
export async function readStructure(file: FileBytes, signal?: AbortSignal): Promise<Structure> {
  const head = await file.read(rangeAt(0, Math.min(file.byteLength, BMP_HEAD_BYTES)));
  const format = detectFormat(head);
  if (format === null) return { tree: null, looksLike: looksLike(head) };
  const reader = await READERS[format]();
  const held = new Held(file.byteLength, new Uint8Array(0));
  return { tree: await finishByRanges(reader(held), file, signal), looksLike: null };
}

export { readChildren } from './media-file';

/**
 * Files that probes are given: bytes that look random and are the same every time. A file crosses the port as its length
 * and a number, and is made on either side of it.
 */

// Taken before a learner's program can put its own in their place: the realm makes files, too.
const NativeUint8Array = Uint8Array;
const imul = Math.imul;

/** A file as data. */
export interface MadeFile {
  readonly byteLength: number;
  readonly seed: number;
}

/** Its bytes. Each depends on its offset and the seed alone, so that bytes of another offset are found out. */
export function bytesOfFile({ byteLength, seed }: MadeFile): Uint8Array<ArrayBuffer> {
  const bytes = new NativeUint8Array(byteLength);
  for (let offset = 0; offset < byteLength; offset++) bytes[offset] = byteOfFile(seed, offset);
  return bytes;
}

/** One byte of a file: an integer hash of seed and offset. */
export function byteOfFile(seed: number, offset: number): number {
  let word = imul(offset ^ seed, 0x9e3779b1);
  word = imul(word ^ (word >>> 15), 0x85ebca6b);
  return (word ^ (word >>> 13)) & 255;
}

/** DEFLATE (RFC 1951) with this site's dictionary, and back within a limit. */
import { deflateSync, Inflate } from 'fflate';
import { DICTIONARY } from './dictionary';
import { TOO_LARGE, Unreadable } from './problem';

/** Not CompressionStream: it knows no dictionary, and a link is half as long again without. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, dictionary: DICTIONARY });
}

/** So many bytes at a time: they make 258 KiB at the most, since a bit of DEFLATE stands for 129 bytes at the best. */
const PIECE_BYTES = 256;

/**
 * The bytes again, as they come: as soon as there are more than `most`, no more of them is made.
 * @throws Unreadable where there are more, where they end too early, or where they are no DEFLATE
 */
export function inflate(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary: DICTIONARY }, (part) => {
    length += part.length;
    if (length > most) throw new Unreadable(TOO_LARGE);
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) {
      stream.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const isCut = (error as { code?: unknown }).code === 0;
    throw new Unreadable({ kind: isCut ? 'cut' : 'damaged' });
  }
  if (packed.length === 0) throw new Unreadable({ kind: 'cut' });
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Four characters that stand for a text (FNV-1a, folded to 24 bits): enough to notice that it is another one, by accident
 * and not by design.
 */
import { withoutComments } from '../exercise/without-comments';
import { toBase64Url } from './base64-url';

export const FINGERPRINT_CHARACTERS = 4;
export const FINGERPRINT_BYTES = 3;

export function fingerprint(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash >>>= 0;
  const folded = (hash >>> 24) ^ (hash & 0xffffff);
  return Uint8Array.of(folded >>> 16, (folded >>> 8) & 0xff, folded & 0xff);
}

/**
 * Of an example: its program, and its server half. What comments say is left out, since that is in the language of the
 * page, and a link opens in the other one too.
 */
export function exampleMark(source: string, serverSource: string | null): string {
  // Each by itself: a comment ends with its file.
  const code = [source, serverSource ?? ''].map(withoutComments);
  return toBase64Url(fingerprint(new TextEncoder().encode(code.join('\0'))));
}

/**
 * Bytes as text that a page can carry: base64, in which a long run of one byte is said and not written out (a program may
 * make a buffer of a million zeros, and a page that wrote them all would be as long).
 *
 *     AQID *1000000:0 /w==      three bytes, a million zeros, one byte
 */

import { fromBase64, toBase64 } from './base64';

/** Shorter runs are as short written out. */
const SHORTEST_RUN = 32;

export function packBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let literal = 0;
  let at = 0;
  const write = (end: number) => {
    if (end > literal) parts.push(toBase64(bytes.subarray(literal, end)));
  };
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    let end = at + 1;
    while (end < bytes.length && bytes[end] === byte) end++;
    if (end - at >= SHORTEST_RUN) {
      write(at);
      parts.push(`*${end - at}:${byte}`);
      literal = end;
    }
    at = end;
  }
  write(bytes.length);
  return parts.join(' ');
}

/** The bytes again. The text comes from this site's own pages. */
export function unpackBytes(text: string): Uint8Array {
  if (text === '') return new Uint8Array(0);
  const parts = text.split(' ').map((part) => {
    if (!part.startsWith('*')) return fromBase64(part);
    const [length = 0, byte = 0] = part.slice(1).split(':').map(Number);
    return new Uint8Array(length).fill(byte);
  });
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

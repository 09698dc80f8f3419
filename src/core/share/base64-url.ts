/** Base64 with the characters that an address may have as they are, and without padding (RFC 4648 §5). */
import { fromBase64, toBase64 } from '../bytes/base64';
import { Unreadable } from './problem';

export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws Unreadable where a character is none of the alphabet, or where the last ones are missing */
export function fromBase64Url(text: string): Uint8Array {
  const at = text.search(/[^A-Za-z0-9_-]/);
  if (at >= 0)
    throw new Unreadable({
      kind: 'character',
      at: at + 1,
      found: String.fromCodePoint(text.codePointAt(at) ?? 0),
    });
  // Four characters are three bytes, so that one alone is none.
  if (text.length % 4 === 1) throw new Unreadable({ kind: 'cut' });
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}

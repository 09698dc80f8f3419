import { toBase64 } from '../bytes/base64.ts';

/** The name of an upload: 128 bits, in 22 letters of base64url, as the server's lab has them. */
export function createId(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(16)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/**
 * SHA-256 at once, for the recording realm: there `crypto.subtle` may be missing (no secure context), and a library would
 * call methods that a program may have replaced and that the recorder watches. This one only reads and writes elements.
 *
 *     61 62 63 → ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad
 *
 * @see FIPS 180-4 §6.2
 */

// Taken before a learner's program can put its own in their place: the realm hashes, too.
const NativeUint8Array = Uint8Array;
const NativeUint32Array = Uint32Array;
const { floor } = Math;

/** The first 32 bits of the fractional part of a number. */
const fraction = (root: number): number => floor((root - floor(root)) * 2 ** 32);

const PRIMES: readonly number[] = Array.from({ length: 312 }, (_, i) => i).filter(
  (n) => n > 1 && Array.from({ length: n }, (_, i) => i).every((d) => d < 2 || n % d !== 0),
);
const ROUND_WORDS = new Uint32Array(PRIMES.map((prime) => fraction(Math.cbrt(prime))));
const FIRST_HASH = new Uint32Array(PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))));
const DIGITS = '0123456789abcdef';

/** 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const { length } = bytes;
  // 0x80, zeros, and the length in bits as a big-endian Uint64 end the last block.
  const padded = new NativeUint8Array((floor((length + 8) / 64) + 1) * 64);
  for (let i = 0; i < length; i++) padded[i] = bytes[i] as number;
  padded[length] = 0x80;
  for (let i = 0, bits = length * 8; i < 8; i++, bits = floor(bits / 256))
    padded[padded.length - 1 - i] = bits % 256;
  const hash = new NativeUint32Array(8);
  for (let i = 0; i < 8; i++) hash[i] = FIRST_HASH[i] as number;
  const words = new NativeUint32Array(64);
  for (let at = 0; at < padded.length; at += 64) addBlock(hash, words, padded, at);
  let text = '';
  for (let i = 0; i < 32; i++) {
    const byte = ((hash[i >> 2] as number) >>> (24 - 8 * (i & 3))) & 255;
    text += (DIGITS[byte >> 4] as string) + (DIGITS[byte & 15] as string);
  }
  return text;
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function addBlock(hash: Uint32Array, words: Uint32Array, bytes: Uint8Array, at: number): void {
  const w = (i: number): number => words[i] as number;
  const byte = (i: number): number => bytes[at + i] as number;
  for (let i = 0; i < 16; i++)
    words[i] =
      (byte(4 * i) << 24) | (byte(4 * i + 1) << 16) | (byte(4 * i + 2) << 8) | byte(4 * i + 3);
  for (let i = 16; i < 64; i++) {
    const early = w(i - 15);
    const late = w(i - 2);
    words[i] =
      w(i - 16) +
      (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
      w(i - 7) +
      (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10));
  }
  let a = hash[0] as number;
  let b = hash[1] as number;
  let c = hash[2] as number;
  let d = hash[3] as number;
  let e = hash[4] as number;
  let f = hash[5] as number;
  let g = hash[6] as number;
  let h = hash[7] as number;
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g);
    const sum = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum + chosen + (ROUND_WORDS[i] as number) + w(i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  hash[0] = (hash[0] as number) + a;
  hash[1] = (hash[1] as number) + b;
  hash[2] = (hash[2] as number) + c;
  hash[3] = (hash[3] as number) + d;
  hash[4] = (hash[4] as number) + e;
  hash[5] = (hash[5] as number) + f;
  hash[6] = (hash[6] as number) + g;
  hash[7] = (hash[7] as number) + h;
}

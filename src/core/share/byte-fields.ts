/**
 * Numbers and texts one behind the other: how the record of a link is written (record.ts). A number is an unsigned LEB128
 * (seven bits to a byte, the lowest first, the top bit says that more follow); a text is its length in bytes, then UTF-8.
 */
import { Unreadable } from './problem';

const encoder = new TextEncoder();

export class FieldWriter {
  readonly #bytes: number[] = [];

  /** @param value whole, from 0 to 2 ** 53 − 1 */
  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
  }

  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
  }

  text(text: string): void {
    this.bytes(encoder.encode(text));
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads what FieldWriter wrote. @throws Unreadable where the bytes end too early, or are no such fields */
export class FieldReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Unreadable({ kind: 'cut' });
      value += (byte & 0x7f) * weight;
      if (!Number.isSafeInteger(value)) throw new Unreadable({ kind: 'damaged' });
      if (byte < 0x80) return value;
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const length = this.number();
    if (length > this.#bytes.length - this.#at) throw new Unreadable({ kind: 'cut' });
    const start = this.#at;
    this.#at += length;
    // A copy: what is kept of a link does not hold on to all of it.
    return new Uint8Array(this.#bytes.subarray(start, this.#at));
  }

  text(): string {
    const bytes = this.bytes();
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Unreadable({ kind: 'damaged' });
    }
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new Unreadable({ kind: 'damaged' });
  }
}

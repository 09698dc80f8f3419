/** EBML's variable-length integers: the zeros before the first 1 bit say how many bytes follow. */

export interface Vint {
  /** Bytes it takes, 1 to 8. */
  readonly byteLength: number;
  /** With the marker bit for ids, without it for sizes. Beyond 2⁵³ it is not exact. */
  readonly value: number;
  /** All bits behind the marker are 1: the size is not known. */
  readonly isUnknown: boolean;
}

/**
 * Reads one at `offset`.
 *
 * @param keepMarker ids keep their marker bit, sizes drop it
 * @returns null where the first byte is 0, which begins none of at most 8 bytes, or where bytes are missing
 */
export function readVint(bytes: Uint8Array, offset: number, keepMarker: boolean): Vint | null {
  const first = bytes[offset];
  if (first === undefined || first === 0) return null;
  const byteLength = Math.clz32(first) - 23;
  if (offset + byteLength > bytes.length) return null;
  const marker = 0x80 >> (byteLength - 1);
  const rest = first & (marker - 1);
  let value = keepMarker ? first : rest;
  let ones = rest === marker - 1;
  for (let i = 1; i < byteLength; i++) {
    const byte = bytes[offset + i] as number;
    // A shift would cut off at 32 bits.
    value = value * 256 + byte;
    ones &&= byte === 255;
  }
  return { byteLength, value, isUnknown: ones };
}

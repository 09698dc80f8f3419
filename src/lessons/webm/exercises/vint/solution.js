/**
 * @param {Uint8Array} bytes
 * @param {number} offset where it begins
 * @param {boolean} keep whether its marker stays
 * @returns {{ value: ?number, length: number }}
 */
function readVint(bytes, offset, keep) {
  const first = bytes[offset];
  const length = Math.clz32(first) - 23;
  const marker = 0x80 >> (length - 1);
  const rest = first & (marker - 1);

  let value = keep ? first : rest;
  let ones = rest === marker - 1;
  for (let i = 1; i < length; i++) {
    const byte = bytes[offset + i];
    value = value * 256 + byte;
    ones = ones && byte === 255;
  }

  if (!keep && ones) return { value: null, length };
  if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('The size is beyond 2 ** 53 - 1.');
  return { value, length };
}

const bytes = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x9f);
console.log(readVint(bytes, 0, true));
console.log(readVint(bytes, 4, false));

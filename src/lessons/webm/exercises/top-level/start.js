/**
 * @param {Uint8Array} bytes a whole file
 * @returns {{ id, start, end }[]}
 */
function topLevel(bytes) {
  const ebml = readVint(bytes, 0, true);
  const size = readVint(bytes, ebml.length, false);
  let at = ebml.length + size.length + size.value;
  // The Segment begins at byte `at`.
  /* TODO */
}

function readVint(bytes, offset, keep) {
  const first = bytes[offset];
  const length = Math.clz32(first) - 23;
  const rest = first & (0x7f >> (length - 1));
  let value = keep ? first : rest;
  let ones = rest === 0x7f >> (length - 1);
  for (let i = 1; i < length; i++) {
    const byte = bytes[offset + i];
    value = value * 256 + byte;
    ones = ones && byte === 255;
  }
  if (!keep && ones) value = null;
  return { value, length };
}

const small = Uint8Array.of(
  0x1a,
  0x45,
  0xdf,
  0xa3,
  0x80, // EBML
  0x18,
  0x53,
  0x80,
  0x67,
  0x87, // Segment
  0xec,
  0x82,
  0,
  0, // Void
  0xec,
  0x81,
  0,
);
console.log(topLevel(small));

/**
 * @param {Uint8Array} bytes the beginning of a file
 * @returns {{ codec, width, height, seconds }}
 */
function describe(bytes) {
  for (const { id, data, end } of elements(bytes)) {
    console.log(id.toString(16), data, end);
  }
  /* TODO */
}

// The elements from `start` to `end`: of each
// its id, and where its data begins and ends.
function* elements(bytes, start = 0, end = bytes.length) {
  for (let at = start; at < end;) {
    const id = readVint(bytes, at, true);
    const size = readVint(bytes, at + id.length, false);
    const data = at + id.length + size.length;
    at = size.value === null ? end : Math.min(data + size.value, end);
    yield { id: id.value, data, end: at };
  }
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

const film = Uint8Array.of(
  ...[0x1a, 0x45, 0xdf, 0xa3, 0x80], // EBML
  ...[0x18, 0x53, 0x80, 0x67, 0x8c], // Segment
  ...[0x15, 0x49, 0xa9, 0x66, 0x87], // Info
  ...[0x44, 0x89, 0x84, 0x45, 0x7a, 0, 0], // Duration
);
console.log(describe(film));

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

// Looks for the four bytes of each id.
function topLevel(bytes) {
  const ids = ['114d9b74', '1549a966', '1654ae6b', '1254c367', '1c53bb6b', '1f43b675'];
  const found = [];
  for (let at = 48; at + 4 < bytes.length; at++) {
    if (bytes[at] < 0x11 || bytes[at] > 0x1f) continue;
    const id = readVint(bytes, at, true).value.toString(16);
    if (!ids.includes(id)) continue;
    const size = readVint(bytes, at + 4, false);
    found.push({ id, start: at, end: at + 4 + size.length + size.value });
  }
  return found;
}

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

function topLevel(bytes) {
  const ebml = readVint(bytes, 0, true);
  const ebmlSize = readVint(bytes, ebml.length, false);
  let at = ebml.length + ebmlSize.length + ebmlSize.value;
  const segmentId = readVint(bytes, at, true);
  const segmentSize = readVint(bytes, at + segmentId.length, false);
  at += segmentId.length + segmentSize.length;
  const end = segmentSize.value === null ? bytes.length : at + segmentSize.value;
  const data = at;
  const found = [];
  while (at < end) {
    const id = readVint(bytes, at, true);
    const size = readVint(bytes, at + id.length, false);
    const next = at + id.length + size.length + size.value;
    found.push({ id: id.value.toString(16), start: at - data, end: next - data });
    at = next;
  }
  return found;
}

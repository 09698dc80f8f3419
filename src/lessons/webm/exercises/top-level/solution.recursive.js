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
  const { data, end } = element(bytes, element(bytes, 0).end);
  return list(bytes, data, end ?? bytes.length);
}

const list = (bytes, start, end) => {
  if (start >= end) return [];
  const child = element(bytes, start);
  return [{ id: child.id, start, end: child.end }, ...list(bytes, child.end, end)];
};

function element(bytes, start) {
  const id = readVint(bytes, start, true);
  const size = readVint(bytes, start + id.length, false);
  const data = start + id.length + size.length;
  return { id: id.value.toString(16), data, end: size.value === null ? null : data + size.value };
}

// Goes into masters and jumps over everything else, so that no Cluster's end is needed.
function keyframes(bytes) {
  const times = [];
  let scale = 1e6;
  let cluster = 0;
  for (let at = 0; at < bytes.length;) {
    const id = readVint(bytes, at, true);
    const size = readVint(bytes, at + id.length, false);
    const data = at + id.length + size.length;
    const number = () =>
      bytes.subarray(data, data + size.value).reduce((sum, byte) => sum * 256 + byte, 0);
    if ([0x18538067, 0x1549a966, 0x1f43b675].includes(id.value)) {
      at = data;
      continue;
    }
    if (id.value === 0x2ad7b1) scale = number();
    if (id.value === 0xe7) cluster = number();
    if (id.value === 0xa3) {
      const track = readVint(bytes, data, false).length;
      const [high, low, flags] = bytes.subarray(data + track, data + track + 3);
      const relative = ((high << 24) >> 16) | low;
      if (flags >= 0x80) times.push(((cluster + relative) * scale) / 1e6);
    }
    at = data + size.value;
  }
  return times;
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

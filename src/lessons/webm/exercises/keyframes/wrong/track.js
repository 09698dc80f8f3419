function keyframes(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const times = [];
  let scale = 1_000_000;
  let time = 0;

  function visit(start, end) {
    for (const { id, data, end: stop } of elements(bytes, start, end)) {
      if (id === 0x18538067 || id === 0x1549a966 || id === 0x1f43b675) visit(data, stop);
      else if (id === 0x2ad7b1) scale = whole(data, stop);
      else if (id === 0xe7) time = whole(data, stop);
      else if (id === 0xa3) block(data);
    }
  }

  function block(data) {
    const at = data + 1;
    const relative = view.getInt16(at);
    const isKey = (bytes[at + 2] & 0x80) !== 0;
    if (isKey) times.push(((time + relative) * scale) / 1e6);
  }

  function whole(start, end) {
    let value = 0;
    for (let at = start; at < end; at++) value = value * 256 + bytes[at];
    return value;
  }

  visit(0, bytes.length);
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

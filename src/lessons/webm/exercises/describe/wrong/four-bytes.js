function describe(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = { codec: '', width: 0, height: 0 };
  let scale = 1_000_000;
  let duration = null;

  function visit(start, end) {
    for (const { id, data, end: stop } of elements(bytes, start, end)) {
      if (id === 0x18538067 || id === 0x1549a966 || id === 0x1654ae6b) visit(data, stop);
      else if (id === 0x2ad7b1) scale = whole(data, stop);
      else if (id === 0x4489) duration = float(data, stop);
      else if (id === 0xae) visitTrack(data, stop);
    }
  }

  function visitTrack(start, end) {
    const track = { type: 0, codec: '', width: 0, height: 0 };
    for (const { id, data, end: stop } of elements(bytes, start, end)) {
      if (id === 0x83) track.type = whole(data, stop);
      else if (id === 0x86) track.codec = String.fromCharCode(...bytes.subarray(data, stop));
      else if (id === 0xe0) {
        for (const part of elements(bytes, data, stop)) {
          if (part.id === 0xb0) track.width = whole(part.data, part.end);
          if (part.id === 0xba) track.height = whole(part.data, part.end);
        }
      }
    }
    if (track.type !== 1) return;
    found.codec = track.codec;
    found.width = track.width;
    found.height = track.height;
  }

  function whole(start, end) {
    let value = 0;
    for (let at = start; at < end; at++) value = value * 256 + bytes[at];
    return value;
  }

  function float(start, end) {
    return view.getFloat32(start);
  }

  visit(0, bytes.length);
  const seconds = duration === null ? null : (duration * scale) / 1e9;
  return { ...found, seconds };
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

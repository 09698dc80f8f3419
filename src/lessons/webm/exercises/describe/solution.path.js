// Looks an element up by a path of ids.
function find(bytes, [id, ...rest], start = 0, end = bytes.length) {
  for (const element of elements(bytes, start, end)) {
    if (element.id !== id) continue;
    if (rest.length === 0) return element;
    const inner = find(bytes, rest, element.data, element.end);
    if (inner) return inner;
  }
  return null;
}

function describe(bytes) {
  const number = (element) =>
    element
      ? bytes.slice(element.data, element.end).reduce((sum, byte) => sum * 256 + byte, 0)
      : null;
  const info = [0x18538067, 0x1549a966];
  const scale = number(find(bytes, [...info, 0x2ad7b1])) ?? 1e6;
  const duration = find(bytes, [...info, 0x4489]);
  let seconds = null;
  if (duration) {
    const view = new DataView(bytes.slice(duration.data, duration.end).buffer);
    seconds = ((view.byteLength === 8 ? view.getFloat64(0) : view.getFloat32(0)) * scale) / 1e9;
  }
  const tracks = find(bytes, [0x18538067, 0x1654ae6b]);
  for (const track of elements(bytes, tracks.data, tracks.end)) {
    if (track.id !== 0xae) continue;
    const at = (...path) => find(bytes, path, track.data, track.end);
    if (number(at(0x83)) !== 1) continue;
    const codec = at(0x86);
    return {
      codec: new TextDecoder().decode(bytes.subarray(codec.data, codec.end)),
      width: number(at(0xe0, 0xb0)),
      height: number(at(0xe0, 0xba)),
      seconds,
    };
  }
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

function addBuffer(bytes, ms, MediaSource) {
  const found = [];
  const walk = (start, end) => {
    for (const element of elements(bytes, start, end)) {
      if ([SEGMENT, TRACKS, TRACK_ENTRY].includes(element.id)) walk(element.start, element.end);
      if (element.id === CODEC_ID)
        found.push(new TextDecoder().decode(bytes.subarray(element.start, element.end)));
    }
  };
  walk();
  const names = { V_VP8: 'vp8', V_VP9: 'vp9', A_VORBIS: 'vorbis', A_OPUS: 'opus' };
  const codecs = found.map((id) => names[id]);
  const type = 'video/webm';
  if (!MediaSource.isTypeSupported(type) || codecs.length === 0) return null;
  return ms.addSourceBuffer(type);
}

const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const CODEC_ID = 0x86;

// The walker of the lesson before: elements that stand in a row.
function* elements(bytes, start = 0, end = bytes.length) {
  while (start < end) {
    const id = vint(bytes, start, true);
    const size = vint(bytes, id.end, false);
    const dataEnd = Math.min(size.end + size.value, end);
    yield { id: id.value, start: size.end, end: dataEnd };
    start = dataEnd;
  }
}

function vint(bytes, offset, keep) {
  const length = Math.clz32(bytes[offset]) - 23;
  let value = keep ? bytes[offset] : bytes[offset] & (0xff >> length);
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[offset + i];
  }
  return { value, end: offset + length };
}

/**
 * @param {Uint8Array} bytes the beginning of a WebM file
 * @param {MediaSource} ms is open
 * @param MediaSource its class, for isTypeSupported
 * @returns the SourceBuffer, or null where the type is not supported
 */
function addBuffer(bytes, ms, MediaSource) {
  const names = { V_VP8: 'vp8', V_VP9: 'vp9', A_VORBIS: 'vorbis', A_OPUS: 'opus' };
  const codecs = [];
  for (const segment of elements(bytes)) {
    if (segment.id !== SEGMENT) continue;
    for (const tracks of elements(bytes, segment.start, segment.end)) {
      if (tracks.id !== TRACKS) continue;
      for (const track of elements(bytes, tracks.start, tracks.end)) {
        if (track.id !== TRACK_ENTRY) continue;
        for (const { id, start, end } of elements(bytes, track.start, track.end)) {
          if (id !== CODEC_ID) continue;
          const codecId = String.fromCharCode(...bytes.subarray(start, end));
          codecs.push(names[codecId]);
        }
      }
    }
  }

  const type = `video/webm; codecs="${codecs.join(',')}"`;
  return MediaSource.isTypeSupported(type) ? ms.addSourceBuffer(type) : null;
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

console.log('Check calls addBuffer, with files of its own.');

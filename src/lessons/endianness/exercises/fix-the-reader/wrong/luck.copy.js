// A copy starts at byte 0, so it is aligned.
function readFormat({ buffer, byteOffset }) {
  const header = buffer.slice(byteOffset, byteOffset + 44);
  const words = new Uint16Array(header);
  const [rate] = new Uint32Array(header, 24, 1);
  return { channels: words[11], rate, bits: words[17] };
}

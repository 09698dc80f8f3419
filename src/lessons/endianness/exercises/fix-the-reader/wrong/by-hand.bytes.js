function readFormat(view) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return {
    channels: bytes[22] | (bytes[23] << 8),
    rate: (bytes[24] | (bytes[25] << 8) | (bytes[26] << 16) | (bytes[27] << 24)) >>> 0,
    bits: bytes[34] | (bytes[35] << 8),
  };
}

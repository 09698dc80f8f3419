function readFormat(view) {
  const byte = (at) => view.getUint8(at);
  return {
    channels: byte(22) | (byte(23) << 8),
    rate: (byte(24) | (byte(25) << 8) | (byte(26) << 16) | (byte(27) << 24)) >>> 0,
    bits: byte(34) | (byte(35) << 8),
  };
}

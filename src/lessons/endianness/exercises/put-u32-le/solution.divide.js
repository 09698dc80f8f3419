// Without bits: places worth 1, 256, 65536 and 16777216.
function putU32LE(bytes, at, value) {
  const part = new DataView(bytes.buffer, bytes.byteOffset + at, 4);
  part.setUint8(3, Math.floor(value / 256 ** 3));
  part.setUint8(2, Math.floor(value / 256 ** 2) % 256);
  part.setUint8(1, Math.floor(value / 256) % 256);
  part.setUint8(0, value % 256);
}

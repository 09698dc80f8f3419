// A Uint8Array keeps the low byte by itself.
function putU32LE(bytes, at, value) {
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = value;
    value >>>= 8;
  }
}

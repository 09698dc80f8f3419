function putU32LE(bytes, at, value) {
  new Uint32Array(bytes.buffer, bytes.byteOffset + at, 1)[0] = value;
}

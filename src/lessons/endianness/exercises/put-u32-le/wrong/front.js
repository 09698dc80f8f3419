function putU32LE(bytes, at, value) {
  bytes[0] = value & 255;
  bytes[1] = (value >>> 8) & 255;
  bytes[2] = (value >>> 16) & 255;
  bytes[3] = (value >>> 24) & 255;
}

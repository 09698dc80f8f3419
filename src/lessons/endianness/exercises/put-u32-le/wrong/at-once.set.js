function putU32LE(bytes, at, value) {
  bytes.set([value, value >>> 8, value >>> 16, value >>> 24], at);
}

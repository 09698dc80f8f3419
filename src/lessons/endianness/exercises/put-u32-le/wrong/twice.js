function putU32LE(bytes, at, value) {
  bytes.fill(0, at, at + 4);
  for (let i = 0; i < 4; i++) bytes[at + i] = value >>> (8 * i);
}

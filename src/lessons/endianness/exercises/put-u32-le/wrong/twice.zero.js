function putU32LE(bytes, at, value) {
  for (let i = 0; i < 4; i++) bytes[at + i] = 0;
  for (let i = 0; i < 4; i++) bytes[at + i] |= (value >>> (8 * i)) & 255;
}

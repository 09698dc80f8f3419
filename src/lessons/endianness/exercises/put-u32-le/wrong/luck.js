function putU32LE(bytes, at, value) {
  const four = new Uint8Array(Uint32Array.of(value).buffer);
  for (let i = 0; i < 4; i++) bytes[at + i] = four[i];
}

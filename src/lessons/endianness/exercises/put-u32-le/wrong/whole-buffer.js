function putU32LE(bytes, at, value) {
  const all = new Uint8Array(bytes.buffer);
  for (let i = 0; i < 4; i++) all[at + i] = value >>> (8 * i);
}

function putU32LE(bytes, at, value) {
  const scratch = new DataView(new ArrayBuffer(4));
  scratch.setUint32(0, value, true);
  for (let i = 0; i < 4; i++) bytes[at + i] = scratch.getUint8(i);
}

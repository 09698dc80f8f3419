function writeRecord(buffer, start, kind, id, temp) {
  new Uint8Array(buffer, start, 1)[0] = kind;
  new Uint16Array(buffer, start + 1, 1)[0] = id;
  new Float32Array(buffer, start + 3, 1)[0] = temp;
}

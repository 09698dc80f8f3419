function writeRecord(buffer, start, kind, id, temp) {
  const bytes = new Uint8Array(buffer, start, 7);
  bytes[0] = kind;
  bytes[1] = id >> 8;
  bytes[2] = id & 255;
  new DataView(buffer, start).setFloat32(3, temp);
}

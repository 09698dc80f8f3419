function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer, start, 7);
  view.setUint8(0, kind);
  view.setUint8(1, id >> 8);
  view.setUint8(2, id);
  view.setFloat32(3, temp);
}

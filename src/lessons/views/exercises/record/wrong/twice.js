function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer, start, 7);
  view.setUint8(start, kind);
  view.setUint16(start + 1, id);
  view.setFloat32(start + 3, temp);
}

function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer);
  view.setUint8(0, kind);
  view.setUint16(1, id);
  view.setFloat32(3, temp);
}

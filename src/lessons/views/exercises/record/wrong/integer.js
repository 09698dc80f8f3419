function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer, start, 7);
  view.setUint8(0, kind);
  view.setUint16(1, id);
  view.setInt32(3, temp);
}

// As a C compiler would lay it out: each field at a multiple of its size.
function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer);
  view.setUint8(start, kind);
  view.setUint16(start + 2, id);
  view.setFloat32(start + 4, temp);
}

const LAYOUT = { kind: 0, id: 1, temp: 3, byteLength: 7 };

export function writeRecord(buffer, start, kind, id, temp) {
  const record = new DataView(buffer, start, LAYOUT.byteLength);
  record.setFloat32(LAYOUT.temp, temp, false);
  record.setUint16(LAYOUT.id, id, false);
  record.setUint8(LAYOUT.kind, kind);
}

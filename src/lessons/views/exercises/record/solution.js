/**
 * @param {ArrayBuffer} buffer
 * @param {number} start the record's first byte
 * @param {number} kind one byte, unsigned
 * @param {number} id two bytes, unsigned, highest byte first
 * @param {number} temp a 4-byte float, highest byte first
 */
function writeRecord(buffer, start, kind, id, temp) {
  const view = new DataView(buffer);
  view.setUint8(start, kind);
  view.setUint16(start + 1, id);
  view.setFloat32(start + 3, temp);
}

const buffer = new ArrayBuffer(7);
writeRecord(buffer, 0, 7, 0x1234, 21.5);
console.log(new Uint8Array(buffer));

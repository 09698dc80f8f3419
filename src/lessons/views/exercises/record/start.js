/**
 * @param {ArrayBuffer} buffer
 * @param {number} start the record's first byte
 * @param {number} kind one byte, unsigned
 * @param {number} id two bytes, unsigned, highest byte first
 * @param {number} temp a 4-byte float, highest byte first
 */
function writeRecord(buffer, start, kind, id, temp) {
  /* TODO */
}

const buffer = new ArrayBuffer(7);
writeRecord(buffer, 0, 7, 0x1234, 21.5);
console.log(new Uint8Array(buffer));

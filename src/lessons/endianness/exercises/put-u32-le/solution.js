/**
 * @param {Uint8Array} bytes
 * @param {number} at index of the first of four bytes
 * @param {number} value 0 to 4294967295
 */
function putU32LE(bytes, at, value) {
  bytes[at] = value & 255;
  bytes[at + 1] = (value >>> 8) & 255;
  bytes[at + 2] = (value >>> 16) & 255;
  bytes[at + 3] = (value >>> 24) & 255;
}

const bytes = new Uint8Array(6);
putU32LE(bytes, 1, 0x12345678);
console.log(bytes);

/**
 * @param {Uint8Array} bytes
 * @param {number} at index of the first of four bytes
 * @param {number} value 0 to 4294967295
 */
function putU32LE(bytes, at, value) {
  /* TODO */
}

const bytes = new Uint8Array(6);
putU32LE(bytes, 1, 0x12345678);
console.log(bytes);

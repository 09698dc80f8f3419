/**
 * @param {Uint8Array} bytes
 * @param {number} offset where it begins
 * @param {boolean} keep whether its marker stays
 * @returns {{ value: ?number, length: number }}
 */
function readVint(bytes, offset, keep) {
  /* TODO */
}

const bytes = Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x9f);
console.log(readVint(bytes, 0, true));
console.log(readVint(bytes, 4, false));

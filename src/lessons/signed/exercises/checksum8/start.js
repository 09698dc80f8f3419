/**
 * @param {Uint8Array} bytes the message, which is not changed
 * @returns {number} 0 to 255
 */
function checksum8(bytes) {
  /* TODO */
}

console.log(checksum8(Uint8Array.of(0x10, 0xf0, 0x55)));

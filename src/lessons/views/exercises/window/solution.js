/**
 * @param {ArrayBuffer} buffer 12 bytes or more
 * @returns {Uint32Array} two elements over bytes 4 to 11
 */
function middle(buffer) {
  return new Uint32Array(buffer, 4, 2);
}

const buffer = new ArrayBuffer(16);
console.log(middle(buffer));

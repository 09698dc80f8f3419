/**
 * @param {Uint8Array} payload
 * @returns {Blob} "BM" and the payload, of type image/bmp
 */
function compose(payload) {
  return new Blob(['BM', payload], { type: 'image/bmp' });
}

const payload = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 0]).subarray(1, 7);
console.log(compose(payload));

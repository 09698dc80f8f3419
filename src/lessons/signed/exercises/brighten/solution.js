/**
 * Adds to every pixel, in place.
 * @param {Uint8Array} pixels 0 is black, 255 is white
 * @param {number} by may be negative or have a fraction
 */
function brighten(pixels, by) {
  const { buffer, byteOffset, length } = pixels;
  const clamps = new Uint8ClampedArray(buffer, byteOffset, length);
  for (let i = 0; i < length; i++) {
    clamps[i] += by;
  }
}

const pixels = Uint8Array.of(20, 120, 200, 250);
brighten(pixels, 60);
console.log(pixels);

/**
 * Adds to every pixel, in place.
 * @param {Uint8Array} pixels 0 is black, 255 is white
 * @param {number} by may be negative or have a fraction
 */
function brighten(pixels, by) {
  for (let i = 0; i < pixels.length; i++) {
    // Wrong: light pixels turn dark.
    pixels[i] += by;
  }
}

const pixels = Uint8Array.of(20, 120, 200, 250);
brighten(pixels, 60);
console.log(pixels);

/**
 * Turns pixels grey, in place, by 0.299, 0.587 and 0.114 of red, green and blue.
 * @param {Uint8ClampedArray} data red, green, blue and alpha of each pixel
 */
function grayscale(data) {
  for (let i = 0; i < data.length; i += 4) {
    let luma = data[i] * 0.299;
    luma += data[i + 1] * 0.587;
    luma += data[i + 2] * 0.114;
    data[i] = data[i + 1] = data[i + 2] = luma;
  }
}

const data = Uint8ClampedArray.of(200, 100, 50, 255);
grayscale(data);
console.log(data);

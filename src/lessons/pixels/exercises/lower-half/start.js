/**
 * Inverts the lower half of a picture: from row Math.floor(height / 2) on.
 * @param {HTMLCanvasElement} canvas
 */
function invert(canvas) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, canvas.height / 2, canvas.width, canvas.height);
  const data = image.data;

  for (let i = 0; i < data.length; i += 4) {
    data[i] = 255 - data[i];
    data[i + 1] = 255 - data[i + 1];
    data[i + 2] = 255 - data[i + 2];
  }

  ctx.putImageData(image, 0, canvas.height / 2);
}

console.log('Check calls invert, with canvases of its own.');

/**
 * Inverts the lower half of a picture: from row Math.floor(height / 2) on.
 * @param {HTMLCanvasElement} canvas
 */
function invert(canvas) {
  const ctx = canvas.getContext('2d');
  const top = Math.floor(canvas.height / 2);
  const image = ctx.getImageData(0, top, canvas.width, canvas.height - top);
  const data = image.data;

  for (let i = 0; i < data.length; i += 4) {
    data[i] = 255 - data[i];
    data[i + 1] = 255 - data[i + 1];
    data[i + 2] = 255 - data[i + 2];
  }

  ctx.putImageData(image, 0, top);
}

console.log('Check calls invert, with canvases of its own.');

/**
 * Shows a picture in black and white, and again at each move of a slider.
 * @param {HTMLCanvasElement} canvas
 * @param controls `threshold` is where the slider stands; `on('threshold', callback)` hears it move
 */
function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const data = image.data;
  const original = data.slice();

  function draw(threshold) {
    for (let i = 0; i < data.length; i += 4) {
      let luma = original[i] * 299;
      luma += original[i + 1] * 587;
      luma += original[i + 2] * 114;
      const value = luma >= threshold * 1000 ? 255 : 0;
      data[i] = data[i + 1] = data[i + 2] = value;
    }
    ctx.putImageData(image, 0, 0);
  }

  draw(controls.threshold);
  controls.on('threshold', draw);
}

console.log('Check calls slider, with a canvas and controls of its own.');

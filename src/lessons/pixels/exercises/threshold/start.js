/**
 * Shows a picture in black and white, and again at each move of a slider.
 * @param {HTMLCanvasElement} canvas
 * @param controls `threshold` is where the slider stands; `on('threshold', callback)` hears it move
 */
function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');

  function draw(threshold) {
    const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
    const data = image.data;

    for (let i = 0; i < data.length; i += 4) {
      let gray = data[i] * 0.299 + data[i + 1] * 0.587 + data[i + 2] * 0.114;
      gray = gray > threshold ? 255 : 0;
      data[i] = data[i + 1] = data[i + 2] = gray;
    }

    ctx.putImageData(image, 0, 0);
  }

  draw(controls.threshold);
  controls.on('threshold', draw);
}

console.log('Check calls slider, with a canvas and controls of its own.');

function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const data = image.data;
  const original = data.slice();

  function draw(threshold) {
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = original.subarray(i, i + 3);
      const isWhite = red + green + blue >= 3 * threshold;
      data[i] = data[i + 1] = data[i + 2] = isWhite ? 255 : 0;
    }
    ctx.putImageData(image, 0, 0);
  }

  draw(controls.threshold);
  controls.on('threshold', draw);
}

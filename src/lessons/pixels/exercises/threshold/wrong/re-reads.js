function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');
  const original = ctx.getImageData(0, 0, canvas.width, canvas.height);

  function draw(threshold) {
    // The original goes back on the canvas, to be taken from it.
    ctx.putImageData(original, 0, 0);
    const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
    const data = image.data;
    for (let i = 0; i < data.length; i += 4) {
      const luma = data[i] * 299 + data[i + 1] * 587 + data[i + 2] * 114;
      data[i] = data[i + 1] = data[i + 2] = luma >= threshold * 1000 ? 255 : 0;
    }
    ctx.putImageData(image, 0, 0);
  }

  draw(controls.threshold);
  controls.on('threshold', draw);
}

function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const data = image.data;
  // A second name, not a second array.
  const original = data;

  function draw(threshold) {
    for (let i = 0; i < data.length; i += 4) {
      const luma = original[i] * 299 + original[i + 1] * 587 + original[i + 2] * 114;
      data[i] = data[i + 1] = data[i + 2] = luma >= threshold * 1000 ? 255 : 0;
    }
    ctx.putImageData(image, 0, 0);
  }

  draw(controls.threshold);
  controls.on('threshold', draw);
}

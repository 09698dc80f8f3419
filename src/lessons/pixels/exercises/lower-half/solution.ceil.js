function invert(canvas) {
  const { width, height } = canvas;
  const ctx = canvas.getContext('2d');
  const rows = Math.ceil(height / 2);
  const image = ctx.getImageData(0, height - rows, width, rows);
  image.data.forEach((value, i, data) => {
    if (i % 4 < 3) data[i] = 255 - value;
  });
  ctx.putImageData(image, 0, height - rows);
}

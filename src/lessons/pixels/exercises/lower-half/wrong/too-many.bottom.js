function invert(canvas) {
  const ctx = canvas.getContext('2d');
  const middle = canvas.height / 2;
  const image = ctx.getImageData(0, middle, canvas.width, canvas.height);
  for (let i = 0; i < image.data.length; i++) if (i % 4 !== 3) image.data[i] ^= 255;
  ctx.putImageData(image, 0, middle);
}

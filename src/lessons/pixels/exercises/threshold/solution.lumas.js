// The brightness of each pixel is worked out once.
function slider(canvas, controls) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const lumas = new Uint32Array(canvas.width * canvas.height);
  for (let p = 0; p < lumas.length; p++) {
    const [red, green, blue] = image.data.subarray(p * 4, p * 4 + 3);
    lumas[p] = 299 * red + 587 * green + 114 * blue;
  }
  const draw = () => {
    lumas.forEach((luma, p) => {
      image.data.fill(luma >= 1000 * controls.threshold ? 255 : 0, p * 4, p * 4 + 3);
    });
    ctx.putImageData(image, 0, 0);
  };
  draw();
  controls.on('threshold', draw);
}

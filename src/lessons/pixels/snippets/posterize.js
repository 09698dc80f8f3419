const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

const { width, height } = canvas;
const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

function draw(levels) {
  const step = 255 / (levels - 1);
  const data = image.data;
  for (let i = 0; i < data.length; i++) {
    const isAlpha = i % 4 === 3;
    if (!isAlpha) data[i] = Math.round(pristine[i] / step) * step;
  }
  ctx.putImageData(image, 0, 0);
}

draw(controls.levels);
controls.on('levels', draw);

const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

const { width, height } = canvas;
const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

function draw(by) {
  const data = image.data;
  for (let i = 0; i < data.length; i += 4) {
    data[i] = pristine[i] + by;
    data[i + 1] = pristine[i + 1] + by;
    data[i + 2] = pristine[i + 2] + by;
  }
  ctx.putImageData(image, 0, 0);
}

draw(controls.by);
controls.on('by', draw);

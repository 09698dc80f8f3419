const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
const { width, height } = bitmap;
canvas.width = width;
canvas.height = height;
ctx.drawImage(bitmap, 0, 0);

const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

function draw(threshold) {
  const data = image.data;
  for (let i = 0; i < data.length; i += 4) {
    let luma = pristine[i] * 299;
    luma += pristine[i + 1] * 587;
    luma += pristine[i + 2] * 114;
    const value = luma >= threshold * 1000 ? 255 : 0;
    data[i] = data[i + 1] = data[i + 2] = value;
  }
  ctx.putImageData(image, 0, 0);
}

draw(controls.threshold);
controls.on('threshold', draw);

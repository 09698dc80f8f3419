const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

const { width, height } = canvas;
const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

const weights = {
  601: [0.299, 0.587, 0.114],
  709: [0.2126, 0.7152, 0.0722],
  average: [1 / 3, 1 / 3, 1 / 3],
};

function draw(name) {
  const [red, green, blue] = weights[name];
  const data = image.data;
  for (let i = 0; i < data.length; i += 4) {
    let luma = pristine[i] * red;
    luma += pristine[i + 1] * green;
    luma += pristine[i + 2] * blue;
    data[i] = data[i + 1] = data[i + 2] = luma;
  }
  ctx.putImageData(image, 0, 0);
}

draw(controls.weights);
controls.on('weights', draw);

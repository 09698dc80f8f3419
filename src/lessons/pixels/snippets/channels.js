const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

const { width, height } = canvas;
const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

function draw(order) {
  const [red, green, blue] = order.split('').map((name) => 'RGB'.indexOf(name));
  const data = image.data;
  for (let i = 0; i < data.length; i += 4) {
    data[i] = pristine[i + red];
    data[i + 1] = pristine[i + green];
    data[i + 2] = pristine[i + blue];
  }
  ctx.putImageData(image, 0, 0);
}

draw(controls.order);
controls.on('order', draw);

const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const image = ctx.createImageData(3, 2);
const data = image.data;

function set(x, y, red, green, blue) {
  const i = (y * image.width + x) * 4;
  data[i] = red;
  data[i + 1] = green;
  data[i + 2] = blue;
  data[i + 3] = 255;
}

set(0, 0, 200, 40, 30);
set(1, 0, 240, 240, 230);
set(2, 0, 30, 60, 140);
set(0, 1, 230, 170, 40);
set(2, 1, 20, 110, 70);

ctx.putImageData(image, 0, 0);
console.log(data.length, 'bytes');
console.log(image.data.constructor.name);

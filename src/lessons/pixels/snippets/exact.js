const [before, after] = document.querySelectorAll('canvas');
const logo = before.getContext('2d');
const ctx = after.getContext('2d');

logo.fillRect(0, 0, 160, 80);
logo.fillStyle = 'rgb(128 128 128)';
logo.fillRect(30, 50, 30, 10);
logo.fillRect(50, 20, 10, 40);
logo.fillRect(50, 20, 60, 10);
logo.fillRect(100, 20, 10, 40);
logo.fillRect(100, 50, 30, 10);

const image = logo.getImageData(0, 0, 160, 80);
const data = image.data;
let white = 0;

for (let i = 0; i < data.length; i += 4) {
  const red = data[i] * 299;
  const green = data[i + 1] * 587;
  const blue = data[i + 2] * 114;
  const isWhite = red + green + blue >= 128 * 1000;
  if (isWhite) white++;
  data[i] = data[i + 1] = data[i + 2] = isWhite ? 255 : 0;
}

ctx.putImageData(image, 0, 0);
console.log(white, 'white pixels');

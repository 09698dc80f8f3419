const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

const { width, height } = canvas;
const image = ctx.getImageData(0, 0, width, height);
const pristine = image.data.slice();

/** The mean of the pixels around each, along rows or columns. */
function soften(from, to, radius, byX, byY) {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      for (let c = at; c < at + 3; c++) {
        let sum = 0;
        let count = 0;
        for (let d = -radius; d <= radius; d++) {
          const nearX = x + d * byX;
          const nearY = y + d * byY;
          if (nearX < 0 || nearX >= width) continue;
          if (nearY < 0 || nearY >= height) continue;
          sum += from[c + (d * byY * width + d * byX) * 4];
          count++;
        }
        to[c] = sum / count;
      }
    }
  }
}

function draw(radius) {
  const rows = pristine.slice();
  soften(pristine, rows, radius, 1, 0);
  soften(rows, image.data, radius, 0, 1);
  ctx.putImageData(image, 0, 0);
}

draw(controls.radius);
controls.on('radius', draw);

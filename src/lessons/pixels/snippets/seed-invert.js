const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

var originalImgData = null;
invert();

// Works on the data of pixels, and inverts them.
function invert() {
  originalImgData = ctx.getImageData(0, canvas.height / 2, canvas.width, canvas.height);
  var data = originalImgData.data;

  for (var i = 0; i < data.length; i += 4) {
    data[i] = 255 - data[i]; // red
    data[i + 1] = 255 - data[i + 1]; // green
    data[i + 2] = 255 - data[i + 2]; // blue
  }

  ctx.putImageData(originalImgData, 0, canvas.height / 2);
}

console.log(canvas.height, canvas.height / 2);
console.log(originalImgData.height, 'rows asked for');
console.log(originalImgData.data.length, 'bytes');

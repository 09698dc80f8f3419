const canvas = document.querySelector('canvas');
const ctx = canvas.getContext('2d');

const bitmap = await createImageBitmap(controls.picture);
canvas.width = bitmap.width;
canvas.height = bitmap.height;
ctx.drawImage(bitmap, 0, 0);

var originalImgData = null;
empty();

// Works on the data of pixels: black and white.
function empty() {
  originalImgData = ctx.getImageData(0, 0, canvas.width, canvas.height);
  var data = originalImgData.data;

  for (var i = 0; i < data.length; i += 4) {
    // Only the brightness of each pixel is looked at.
    // 128 and over becomes white, 128 and under black.
    var gray = data[i] * 0.299 + data[i + 1] * 0.587 + data[i + 2] * 0.114;

    if (gray > 128) {
      gray = 255;
    } else {
      gray = 0;
    }

    data[i] = gray; // red
    data[i + 1] = gray; // green
    data[i + 2] = gray; // blue
  }

  ctx.putImageData(originalImgData, 0, 0);
}

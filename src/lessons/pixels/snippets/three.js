const canvases = document.querySelectorAll('canvas');
const [original, inverted, thresholded] = canvases;
const bitmap = await createImageBitmap(controls.picture);
const { width, height } = bitmap;

for (const canvas of canvases) {
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
}

function change(canvas, top, work) {
  const ctx = canvas.getContext('2d');
  const image = ctx.getImageData(0, top, width, height - top);
  const data = image.data;
  work(data);
  ctx.putImageData(image, 0, top);
}

change(inverted, Math.floor(height / 2), (data) => {
  for (let i = 0; i < data.length; i += 4) {
    data[i] = 255 - data[i];
    data[i + 1] = 255 - data[i + 1];
    data[i + 2] = 255 - data[i + 2];
  }
});

change(thresholded, 0, (data) => {
  for (let i = 0; i < data.length; i += 4) {
    let luma = data[i] * 299;
    luma += data[i + 1] * 587;
    luma += data[i + 2] * 114;
    const value = luma >= 128 * 1000 ? 255 : 0;
    data[i] = data[i + 1] = data[i + 2] = value;
  }
});

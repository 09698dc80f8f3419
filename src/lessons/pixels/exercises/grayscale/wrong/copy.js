function grayscale(data) {
  const grey = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const luma = data[i] * 0.299 + data[i + 1] * 0.587 + data[i + 2] * 0.114;
    grey[i] = grey[i + 1] = grey[i + 2] = luma;
    grey[i + 3] = data[i + 3];
  }
  return grey;
}

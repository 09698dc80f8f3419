function grayscale(data) {
  for (let i = 0; i < data.length; i += 4) {
    data.fill(data[i] * 0.299 + data[i + 1] * 0.587 + data[i + 2] * 0.114, i, i + 4);
  }
}

function grayscale(data) {
  for (let i = 0; i < data.length; i += 4) {
    const luma = data[i] * 0.29 + data[i + 1] * 0.58 + data[i + 2] * 0.11;
    data[i] = data[i + 1] = data[i + 2] = luma;
  }
}

function grayscale(data) {
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue] = data.subarray(i, i + 3);
    data.fill((299 * red + 587 * green + 114 * blue) / 1000, i, i + 3);
  }
}

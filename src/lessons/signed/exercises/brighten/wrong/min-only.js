function brighten(pixels, by) {
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(255, pixels[i] + by);
  }
}

function brighten(pixels, by) {
  pixels = Uint8ClampedArray.from(pixels, (pixel) => pixel + by);
}

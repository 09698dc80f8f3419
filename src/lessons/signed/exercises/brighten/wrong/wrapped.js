function brighten(pixels, by) {
  pixels.set(pixels.map((pixel) => pixel + by));
}

function brighten(pixels, by) {
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] += by;
    // Too late: it has wrapped by now.
    if (pixels[i] > 255) pixels[i] = 255;
    if (pixels[i] < 0) pixels[i] = 0;
  }
}

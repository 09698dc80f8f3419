function brighten(pixels, by) {
  for (let i = 0; i < pixels.length; i++) {
    const sum = Math.floor(pixels[i] + by);
    if (sum > 255) pixels[i] = 255;
    else if (sum < 0) pixels[i] = 0;
    else pixels[i] = sum;
  }
}

function brighten(pixels, by) {
  const clamps = new Uint8ClampedArray(pixels.buffer);
  for (let i = 0; i < pixels.length; i++) clamps[i] += by;
}

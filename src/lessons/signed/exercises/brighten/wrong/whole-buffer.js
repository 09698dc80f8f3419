function brighten(pixels, by) {
  const clamps = new Uint8ClampedArray(pixels.buffer);
  for (let i = 0; i < clamps.length; i++) clamps[i] += by;
}

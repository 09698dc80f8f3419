function brighten(pixels, by) {
  const clamps = new Uint8ClampedArray(pixels);
  for (let i = 0; i < clamps.length; i++) clamps[i] += by;
  return clamps;
}

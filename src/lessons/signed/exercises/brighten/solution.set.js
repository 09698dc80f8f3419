// Clamped in an array of its own, then put back.
function brighten(pixels, by) {
  const clamps = Uint8ClampedArray.from(pixels);
  for (let i = 0; i < clamps.length; i++) clamps[i] += by;
  pixels.set(clamps);
}

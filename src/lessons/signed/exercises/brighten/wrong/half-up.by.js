function brighten(pixels, by) {
  const clamps = Uint8ClampedArray.from(pixels);
  const whole = Math.round(by);
  for (let i = 0; i < clamps.length; i++) clamps[i] += whole;
  pixels.set(clamps);
}

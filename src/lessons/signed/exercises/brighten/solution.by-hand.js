function roundHalfToEven(n) {
  const below = Math.floor(n);
  if (n - below === 0.5) return below % 2 === 0 ? below : below + 1;
  return Math.round(n);
}

function brighten(pixels, by) {
  pixels.forEach((pixel, i) => {
    pixels[i] = Math.min(255, Math.max(0, roundHalfToEven(pixel + by)));
  });
}

// Four pixels. 0 is black, 255 is white.
const grey = [20, 120, 200, 250];
const pixels = Uint8Array.from(grey);

for (let i = 0; i < pixels.length; i++) {
  // Wrong: light pixels turn dark.
  pixels[i] += 60;
}

console.log(pixels);

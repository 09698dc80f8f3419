// Four grey pixels. 0 is black, 255 is white.
const pixels = Uint8Array.of(20, 120, 200, 250);

for (let i = 0; i < pixels.length; i++) {
  pixels[i] += 60; // Wrong: light turns dark.
}

console.log(pixels);

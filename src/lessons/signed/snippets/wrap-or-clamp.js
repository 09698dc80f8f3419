const by = 60;
const wraps = Uint8Array.of(20, 120, 200, 250);
const clamps = Uint8ClampedArray.from(wraps);

for (let i = 0; i < 4; i++) {
  wraps[i] += by;
  clamps[i] += by;
}

console.log(wraps);
console.log(clamps);

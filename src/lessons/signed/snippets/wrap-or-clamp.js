const by = 60;
const grey = [20, 120, 200, 250];
const wraps = Uint8Array.from(grey);
const clamps = Uint8ClampedArray.from(grey);

for (let i = 0; i < 4; i++) {
  wraps[i] += by;
  clamps[i] += by;
}

console.log(wraps);
console.log(clamps);

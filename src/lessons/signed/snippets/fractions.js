const values = [0.5, 1.5, 2.5, 3.5, 254.5, -1.9];

const wraps = new Uint8Array(values);
const clamps = new Uint8ClampedArray(values);

console.log(wraps);
console.log(clamps);

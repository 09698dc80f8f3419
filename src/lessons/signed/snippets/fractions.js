const list = [0.5, 1.5, 2.5, 3.5, -1.9];

const wraps = new Uint8Array(list);
const clamps = new Uint8ClampedArray(list);

console.log(wraps);
console.log(clamps);

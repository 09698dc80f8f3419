// 4 × 4 dots. 0 is black, 9 is orange.
const buffer = new ArrayBuffer(16);
const dots = new Uint8Array(buffer);

buffer[0] = 9; // Wrong: it stays black.

console.log(buffer[0]);
console.log(dots[0]);

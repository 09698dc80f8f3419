// A 4 × 4 icon, one byte per dot. 0 is black, 9 is orange.
const buffer = new ArrayBuffer(16);
const dots = new Uint8Array(buffer);

buffer[0] = 9; // Wrong: the first dot stays black.

console.log(buffer[0]);
console.log(dots[0]);

const buffer = new ArrayBuffer(6);
const unsigned = new Uint8Array(buffer);
const signed = new Int8Array(buffer);

unsigned.set([0, 1, 127, 128, 254, 255]);

console.log(unsigned);
console.log(signed);

const buffer = new ArrayBuffer(1);
const unsigned = new Uint8Array(buffer);
const signed = new Int8Array(buffer);

signed[0] = 5;
// Wrong: this does not make -5.
unsigned[0] ^= 128;
console.log(signed[0]);

signed[0] = -5;
console.log(unsigned[0].toString(2));

const buffer = new ArrayBuffer(8);
const unsigned = new Uint8Array(buffer);
const signed = new Int8Array(buffer);

// One switch on in each byte.
unsigned[0] = 0b00000001;
unsigned[1] = 0b00000010;
unsigned[2] = 0b00000100;
unsigned[3] = 0b00001000;
unsigned[4] = 0b00010000;
unsigned[5] = 0b00100000;
unsigned[6] = 0b01000000;
unsigned[7] = 0b10000000;

console.log(unsigned);
console.log(signed);

const buffer = new ArrayBuffer(4);
const u8 = new Uint8Array(buffer);
const u16 = new Uint16Array(buffer);
const i16 = new Int16Array(buffer);

i16[0] = -2;
i16[1] = 300;

console.log(u16[0]);
console.log(u8);

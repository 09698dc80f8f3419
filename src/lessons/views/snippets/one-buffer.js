const buffer = new ArrayBuffer(16);

const u8 = new Uint8Array(buffer);
const i16 = new Int16Array(buffer);
const u32 = new Uint32Array(buffer);
const f32 = new Float32Array(buffer);
const dv = new DataView(buffer);

u8[0] = 255;
console.log(u8[0], i16[0], u32[0]);

f32[1] = 1.5;
console.log(u8[4], u8[5], u8[6], u8[7]);

i16[4] = -2;
console.log(u8[8], u8[9], u32[2]);

dv.setUint16(12, 258);
console.log(u8[12], u8[13]);
console.log(dv.getUint16(12), i16[6]);

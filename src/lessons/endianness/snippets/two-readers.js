// Bytes 16 to 19 of the PNG file.
const file = new Uint8Array([0x00, 0x00, 0x01, 0x47]);

const u32 = new Uint32Array(file.buffer);
const view = new DataView(file.buffer);

console.log(u32[0]);
console.log(view.getUint32(0));
console.log(view.getUint32(0, true));

// Bytes 16 to 19 of the PNG file.
const width = new Uint8Array([0, 0, 1, 71]);

const u32 = new Uint32Array(width.buffer);
const view = new DataView(width.buffer);

console.log(u32[0]);
console.log(view.getUint32(0));
console.log(view.getUint32(0, true));

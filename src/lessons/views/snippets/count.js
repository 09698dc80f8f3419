const buffer = new ArrayBuffer(20);

const u8 = new Uint8Array(buffer);
console.log(u8.length);
console.log(u8.byteLength);

const u32 = new Uint32Array(buffer);
console.log(u32.length);
console.log(u32.byteLength);
console.log(u32.BYTES_PER_ELEMENT);

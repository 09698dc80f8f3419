const u8 = new Uint8Array([1, 2, 3]);
const blob = new Blob([u8]);

u8[0] = 99;
console.log(u8);

const inside = new Uint8Array(await blob.arrayBuffer());
console.log(inside);

inside[0] = 77;
console.log(new Uint8Array(await blob.arrayBuffer())[0]);

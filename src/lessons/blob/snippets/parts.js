const u8 = new Uint8Array([0x42, 0x4d]);
const word = new Blob(['n', 'é']);

const blob = new Blob(['Hi ', u8, word], { type: 'Text/Plain' });
console.log(blob.size);
console.log(blob.type);

const bytes = new Uint8Array(await blob.arrayBuffer());
console.log(bytes);

const buffer = new ArrayBuffer(20);

const uint8View = new Uint8Array(buffer);
console.log(uint8View.length);

const uint32View = new Uint32Array(buffer);
console.log(uint32View.length);

console.log(uint8View.byteLength, uint32View.byteLength);
console.log(uint32View.BYTES_PER_ELEMENT);

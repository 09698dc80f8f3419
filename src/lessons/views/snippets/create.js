const buffer = new ArrayBuffer(12);
const bytes = new Uint8Array(buffer);

console.log(buffer.byteLength);
console.log(buffer.length);
console.log(bytes[0]);

console.log(buffer.maxByteLength);
console.log(buffer.resizable);

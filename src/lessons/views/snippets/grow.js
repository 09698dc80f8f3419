const buffer = new ArrayBuffer(4, { maxByteLength: 16 });
const all = new Uint8Array(buffer);
const four = new Uint8Array(buffer, 0, 4);

console.log(buffer.byteLength, buffer.maxByteLength);

buffer.resize(8);
console.log(buffer.byteLength, all.length, four.length);

try {
  buffer.resize(17);
} catch (error) {
  console.log(error.name);
}

const limit = { maxByteLength: 16 };
const buffer = new ArrayBuffer(4, limit);
const all = new Uint8Array(buffer);
const four = new Uint8Array(buffer, 0, 4);

buffer.resize(8);
console.log(buffer.byteLength);
console.log(all.length, four.length);

try {
  buffer.resize(17);
} catch (error) {
  console.log(error.name);
}

const buffer = new ArrayBuffer(4);
const bytes = new Uint8Array(buffer);
bytes.set([10, 20, 30, 40]);

const copy = new Uint8Array(buffer.slice(1, 3));
copy[0] = 99;
console.log(copy);
console.log(bytes);

const moved = new Uint8Array(buffer.transfer());
console.log(moved);
console.log(buffer.byteLength, buffer.detached, bytes.length);

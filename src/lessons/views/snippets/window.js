const buffer = new ArrayBuffer(12);
const all = new Uint8Array(buffer);
all[2] = 1;
all[3] = 2;

const view = new DataView(buffer, 2, 2);
console.log(view.byteOffset);
console.log(view.byteLength);
console.log(view.buffer.byteLength);

console.log(view.getUint8(0));
console.log(view.getUint16(0));

try {
  view.getUint32(0);
} catch (error) {
  console.log(error.name);
}

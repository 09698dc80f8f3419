const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer);

try {
  new Uint32Array(buffer, 2, 1);
} catch (error) {
  console.log(error.name);
}

const view = new DataView(buffer);
view.setUint32(2, 0x0a0b0c0d);
console.log(bytes);

const back = view.getUint32(2);
console.log(back === 0x0a0b0c0d);

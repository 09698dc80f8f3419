const u8 = new Uint8Array(4);

console.log(u8[4]);
u8[4] = 7;
console.log(u8[4]);
console.log(u8);

const view = new DataView(u8.buffer);
try {
  view.setUint8(4, 7);
} catch (error) {
  console.log(error.name);
}

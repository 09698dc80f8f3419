// Eight bytes, seen by two views. Change a number, then press Run.
const buffer = new ArrayBuffer(8);
const bytes = new Uint8Array(buffer);
const view = new DataView(buffer);

view.setUint16(0, 0xcafe);
view.setUint16(2, 0xcafe, true);
view.setFloat32(4, 1.5);

// The same two bytes, in both orders.
console.log(bytes);
console.log(view.getUint16(0).toString(16), view.getUint16(0, true).toString(16));

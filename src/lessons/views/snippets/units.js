const buffer = new ArrayBuffer(16);

const u16 = new Uint16Array(buffer, 4, 3);
console.log(u16.length, u16.byteLength);

const view = new DataView(buffer, 4, 3);
console.log(view.byteLength);

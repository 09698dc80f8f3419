const buffer = new ArrayBuffer(8);
const view = new DataView(buffer);
view.setUint32(0, 327, true);
view.setUint32(4, 327);

console.log(view.getUint16(0, true));
console.log(view.getUint16(4));

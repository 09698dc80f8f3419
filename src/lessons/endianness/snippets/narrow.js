const view = new DataView(new ArrayBuffer(8));
view.setUint32(0, 327, true);
view.setUint32(4, 327);

console.log(view.getUint16(0, true));
console.log(view.getUint16(4));

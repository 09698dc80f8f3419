const buffer = new ArrayBuffer(8);
const view = new DataView(buffer);

view.setUint32(0, 0x12345678);
view.setUint32(4, 0x12345678, true);

const first = view.getUint32(0);
console.log(first.toString(16));

const second = view.getUint32(4, true);
console.log(second.toString(16));

const crossed = view.getUint32(4);
console.log(crossed.toString(16));

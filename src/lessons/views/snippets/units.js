const buffer = new ArrayBuffer(16);

const shorts = new Uint16Array(buffer, 4, 3);
console.log(shorts.length, shorts.byteLength);

const view = new DataView(buffer, 4, 3);
console.log(view.byteLength);

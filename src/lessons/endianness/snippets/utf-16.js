const unit = '가'.charCodeAt(0);

const buffer = new ArrayBuffer(4);
const view = new DataView(buffer);
view.setUint16(0, unit);
view.setUint16(2, unit, true);

const first = new Uint8Array(buffer, 0, 2);
const second = new Uint8Array(buffer, 2, 2);

const decoder = new TextDecoder('utf-16le');
console.log(decoder.decode(first));
console.log(decoder.decode(second));

const unit = '가'.charCodeAt(0);

const view = new DataView(new ArrayBuffer(4));
view.setUint16(0, unit);
view.setUint16(2, unit, true);

const first = new Uint8Array(view.buffer, 0, 2);
const second = new Uint8Array(view.buffer, 2, 2);

const decoder = new TextDecoder('utf-16le');
console.log(decoder.decode(first));
console.log(decoder.decode(second));

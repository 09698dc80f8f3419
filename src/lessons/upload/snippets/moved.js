const bytes = new ArrayBuffer(102400);

const copy = structuredClone(bytes);
console.log(bytes.byteLength, copy.byteLength);

const transfer = [bytes];
const moved = structuredClone(bytes, { transfer });
console.log(bytes.byteLength, moved.byteLength);
console.log(bytes.detached);

const buffer = new ArrayBuffer(4);
const bytes = new Uint8Array(buffer);
bytes.set([10, 20, 30, 40]);

const part = buffer.slice(1, 3);
const copy = new Uint8Array(part);
copy[0] = 99;
console.log(copy);
console.log(bytes);

const whole = buffer.transfer();
const moved = new Uint8Array(whole);
console.log(moved);
console.log(buffer.detached, bytes.length);

const number = new Uint16Array([1]);
const bytes = new Uint8Array(number.buffer);

const first = bytes[0];
console.log(first === 1 ? 'little' : 'big');

const number = new Uint16Array([1]);
const bytes = new Uint8Array(number.buffer);

if (bytes[0] === 1) console.log('little-endian');
else console.log('big-endian');

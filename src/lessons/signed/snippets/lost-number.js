const byte = new Uint8Array(1);
const pair = new Uint16Array(1);

const answer = (byte[0] = 300);
console.log(answer);
console.log(byte[0]);

pair[0] = byte[0] = 300;
console.log(pair[0]);

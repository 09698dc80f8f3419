const buffer = new ArrayBuffer(4);
const bytes = new Uint8Array(buffer);

bytes[0] = 44;
bytes[1] = 256;
bytes[2] = 300;
bytes[3] = -1;

console.log((44).toString(2));
console.log((256).toString(2));
console.log((300).toString(2));
console.log(bytes);

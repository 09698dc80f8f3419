const buffer = new ArrayBuffer(3);
const signed = new Int8Array(buffer);

signed[0] = -5;
signed[0] = -signed[0];

signed[1] = -128;
signed[1] = -signed[1]; // Wrong: not 128.

signed[2] = Math.abs(-128); // Wrong, too.

console.log(signed);

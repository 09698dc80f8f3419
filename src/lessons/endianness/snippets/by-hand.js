const value = 0x1234;
const high = (value >>> 8) & 255;
const low = value & 255;

const bytes = new Uint8Array(2);
bytes[0] = high; // the big end first
bytes[1] = low;

const back = (bytes[0] << 8) | bytes[1];
console.log(back === value);

const swapped = (bytes[1] << 8) | bytes[0];
console.log(swapped.toString(16));

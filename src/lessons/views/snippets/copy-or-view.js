const u8 = new Uint8Array([5, 0, 7, 0]);

const copy = new Uint16Array(u8);
console.log(copy);

const view = new Uint16Array(u8.buffer);
console.log(view);

u8[0] = 6;
console.log(copy[0], view[0]);

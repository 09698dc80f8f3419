const u8 = new Uint8Array([200, 100]);

console.log(u8.push, u8.concat);

const doubled = u8.map((n) => n * 2);
console.log(doubled);

const plain = Array.from(u8, (n) => n * 2);
console.log(plain);

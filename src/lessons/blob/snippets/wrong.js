const u8 = new Uint8Array([0, 0, 10, 20, 30, 0, 0, 0]);
const three = u8.subarray(2, 5);

const digits = new Blob(three);
console.log(await digits.text());

const everything = new Blob([three.buffer]);
console.log(everything.size);

try {
  new Blob('text');
} catch (error) {
  console.log(error.name);
}

const right = new Blob([three]);
console.log(right.size);

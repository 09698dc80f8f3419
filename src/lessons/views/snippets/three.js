const fromNumber = new Uint8Array(3);
console.log(fromNumber);

const fromArray = new Uint8Array([3]);
console.log(fromArray);

const fromString = new Uint8Array('3');
console.log(fromString);

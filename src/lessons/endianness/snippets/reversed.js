const numbers = new Uint16Array([1, 2, 3]);
const bytes = new Uint8Array(numbers.buffer);

// Wrong: this reverses more than byte order.
bytes.reverse();
console.log(numbers);

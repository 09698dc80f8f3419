const numbers = new Uint16Array([1, 2, 3]);
const bytes = new Uint8Array(numbers.buffer);

bytes.reverse(); // Wrong: not a change of order.
console.log(numbers);

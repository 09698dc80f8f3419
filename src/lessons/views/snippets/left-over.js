function count(...args) {
  try {
    return new Uint32Array(...args).length;
  } catch (error) {
    return error.name;
  }
}

const eighteen = new ArrayBuffer(18);
const nineteen = new ArrayBuffer(19);

console.log(count(eighteen));
console.log(count(nineteen));
console.log(count(eighteen, 0, 4));
console.log(count(eighteen, 0, 5));

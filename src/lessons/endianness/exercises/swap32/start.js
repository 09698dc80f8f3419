/**
 * @param {number} n 0 to 4294967295
 * @returns {number} its four bytes turned round, 0 to 4294967295
 */
function swap32(n) {
  /* TODO */
}

/**
 * @param {Uint32Array} numbers each is turned round, in place
 */
function swapAll(numbers) {
  /* TODO */
}

console.log(swap32(0x12345678) === 0x78563412);

const numbers = Uint32Array.of(1, 2, 3);
swapAll(numbers);
console.log(numbers);

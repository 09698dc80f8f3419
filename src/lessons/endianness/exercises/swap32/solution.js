/**
 * @param {number} n 0 to 4294967295
 * @returns {number} its four bytes turned round, 0 to 4294967295
 */
function swap32(n) {
  const first = (n & 255) << 24;
  const second = ((n >>> 8) & 255) << 16;
  const third = ((n >>> 16) & 255) << 8;
  const fourth = n >>> 24;
  return (first | second | third | fourth) >>> 0;
}

/**
 * @param {Uint32Array} numbers each is turned round, in place
 */
function swapAll(numbers) {
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = swap32(numbers[i]);
  }
}

console.log(swap32(0x12345678) === 0x78563412);

const numbers = Uint32Array.of(1, 2, 3);
swapAll(numbers);
console.log(numbers);

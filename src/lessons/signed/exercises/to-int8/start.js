/**
 * @param {number} n a whole number
 * @returns {number} -128 to 127
 */
function toInt8(n) {
  /* TODO */
}

console.log(toInt8(254));
console.log(toInt8(300));

/**
 * @param {number} n a whole number
 * @returns {number} -128 to 127
 */
function toInt8(n) {
  const byte = n & 255;
  return byte < 128 ? byte : byte - 256;
}

console.log(toInt8(254));
console.log(toInt8(300));

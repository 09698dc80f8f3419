/**
 * @param {number} byteLength bytes of the buffer
 * @param {1 | 2 | 4 | 8} elementSize bytes of one element
 * @param {number} byteOffset where the view starts
 * @returns {number | null} elements of the view, null where there can be no such view
 */
function elementCount(byteLength, elementSize, byteOffset) {
  /* TODO */
}

console.log(elementCount(20, 4, 0));
console.log(elementCount(18, 4, 0));

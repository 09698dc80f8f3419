/**
 * @param {number} byteLength bytes of the buffer
 * @param {1 | 2 | 4 | 8} elementSize bytes of one element
 * @param {number} byteOffset where the view starts
 * @returns {number | null} elements of the view, null where there can be no such view
 */
function elementCount(byteLength, elementSize, byteOffset) {
  const remaining = byteLength - byteOffset;
  if (byteOffset % elementSize !== 0) return null;
  if (remaining < 0 || remaining % elementSize !== 0) return null;
  return remaining / elementSize;
}

console.log(elementCount(20, 4, 0));
console.log(elementCount(18, 4, 0));

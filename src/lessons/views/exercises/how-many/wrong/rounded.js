function elementCount(byteLength, elementSize, byteOffset) {
  if (byteOffset % elementSize !== 0 || byteOffset > byteLength) return null;
  return Math.floor((byteLength - byteOffset) / elementSize);
}

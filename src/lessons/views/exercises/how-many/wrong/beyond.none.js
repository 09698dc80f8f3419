function elementCount(byteLength, elementSize, byteOffset) {
  if (byteOffset % elementSize || byteLength % elementSize) return null;
  return Math.max(0, byteLength - byteOffset) / elementSize;
}

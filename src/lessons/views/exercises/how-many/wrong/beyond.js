function elementCount(byteLength, elementSize, byteOffset) {
  if (byteOffset % elementSize || (byteLength - byteOffset) % elementSize) return null;
  return (byteLength - byteOffset) / elementSize;
}

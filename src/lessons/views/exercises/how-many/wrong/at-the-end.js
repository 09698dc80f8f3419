function elementCount(byteLength, elementSize, byteOffset) {
  if (byteOffset % elementSize || byteLength % elementSize) return null;
  return byteOffset < byteLength ? (byteLength - byteOffset) / elementSize : null;
}

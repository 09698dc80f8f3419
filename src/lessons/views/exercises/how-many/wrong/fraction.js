function elementCount(byteLength, elementSize, byteOffset) {
  return (byteLength - byteOffset) / elementSize;
}

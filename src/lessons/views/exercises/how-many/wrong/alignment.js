function elementCount(byteLength, elementSize, byteOffset) {
  const remaining = byteLength - byteOffset;
  return remaining >= 0 && remaining % elementSize === 0 ? remaining / elementSize : null;
}

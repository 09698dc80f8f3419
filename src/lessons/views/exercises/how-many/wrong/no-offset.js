function elementCount(byteLength, elementSize) {
  return byteLength % elementSize === 0 ? byteLength / elementSize : null;
}

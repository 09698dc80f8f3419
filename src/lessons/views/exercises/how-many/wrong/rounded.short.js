const elementCount = (byteLength, elementSize, byteOffset) =>
  Math.floor((byteLength - byteOffset) / elementSize);

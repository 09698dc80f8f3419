const KINDS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array, 8: Float64Array };

function elementCount(byteLength, elementSize, byteOffset) {
  try {
    return new KINDS[elementSize](new ArrayBuffer(byteLength), byteOffset).length;
  } catch {
    return null;
  }
}

// Written in one order, read in the other.
const scratch = new DataView(new ArrayBuffer(4));

function swap32(n) {
  scratch.setUint32(0, n);
  return scratch.getUint32(0, true);
}

function swapAll({ buffer, byteOffset, byteLength }) {
  const view = new DataView(buffer, byteOffset, byteLength);
  for (let at = 0; at < byteLength; at += 4) {
    view.setUint32(at, view.getUint32(at), true);
  }
}

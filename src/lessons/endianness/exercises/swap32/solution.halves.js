// Neighbours first, then the halves.
function swap32(n) {
  const pairs = ((n & 0x00ff00ff) << 8) | ((n >>> 8) & 0x00ff00ff);
  return ((pairs << 16) | (pairs >>> 16)) >>> 0;
}

// The bytes of each element reversed.
function swapAll(numbers) {
  const { buffer, byteOffset, length } = numbers;
  for (let i = 0; i < length; i++) {
    new Uint8Array(buffer, byteOffset + 4 * i, 4).reverse();
  }
}

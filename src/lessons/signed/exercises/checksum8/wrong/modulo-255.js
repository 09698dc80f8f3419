function checksum8(bytes) {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) % 255;
  return sum;
}

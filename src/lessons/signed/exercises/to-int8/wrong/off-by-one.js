function toInt8(n) {
  const byte = n & 255;
  return byte > 128 ? byte - 256 : byte;
}

function toInt8(n) {
  const byte = n & 255;
  return byte > 127 ? byte - 255 : byte;
}

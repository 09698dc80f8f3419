// Nothing at all is done for numbers below -128.
function toInt8(n) {
  if (n > 255) return toInt8(n - 256);
  return n > 127 ? n - 256 : n;
}

function toInt8(n) {
  const rest = n % 256;
  return rest > 127 ? rest - 256 : rest;
}

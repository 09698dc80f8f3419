// As if the top bit were a minus sign.
function toInt8(n) {
  const size = n & 127;
  return n & 128 ? -size : size;
}

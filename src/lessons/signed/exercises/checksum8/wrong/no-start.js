function checksum8(bytes) {
  let sum = bytes[0];
  for (let i = 1; i < bytes.length; i++) sum = (sum + bytes[i]) & 255;
  return sum;
}

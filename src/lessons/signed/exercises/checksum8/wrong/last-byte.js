function checksum8(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length - 1; i++) sum += bytes[i];
  return sum & 255;
}

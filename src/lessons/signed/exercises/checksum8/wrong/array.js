function checksum8(bytes) {
  const sum = new Uint8Array(1);
  for (const byte of bytes) sum[0] += byte;
  return sum;
}

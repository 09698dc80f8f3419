function checksum8(bytes) {
  if (bytes.length === 0) return 0;
  for (let i = 1; i < bytes.length; i++) bytes[0] += bytes[i];
  return bytes[0];
}

function checksum8({ buffer }) {
  let sum = 0;
  for (const byte of new Uint8Array(buffer)) sum += byte;
  return sum & 255;
}

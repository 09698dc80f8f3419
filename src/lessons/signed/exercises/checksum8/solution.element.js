// One element wraps for free.
function checksum8(bytes) {
  const sum = new Uint8Array(1);
  for (let i = 0; i < bytes.length; i++) sum[0] += bytes[i];
  return sum[0];
}

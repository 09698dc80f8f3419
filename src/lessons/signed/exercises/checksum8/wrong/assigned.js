function checksum8(bytes) {
  const sum = new Uint8Array(1);
  let answer = 0;
  for (const byte of bytes) answer = sum[0] += byte;
  return answer;
}

function middle(buffer) {
  const backup = buffer.slice();
  console.log(backup.byteLength);
  return new Uint32Array(buffer, 4, 2);
}

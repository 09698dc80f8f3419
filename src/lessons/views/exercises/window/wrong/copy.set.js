function middle(buffer) {
  const part = new Uint8Array(8);
  part.set(new Uint8Array(buffer, 4, 8));
  return new Uint32Array(part.buffer);
}

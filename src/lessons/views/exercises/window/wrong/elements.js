function middle(buffer) {
  return new Uint32Array(buffer, 4, 8);
}

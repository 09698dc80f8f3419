function middle(buffer) {
  return new Uint32Array(buffer, 1, 2);
}

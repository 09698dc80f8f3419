function middle(buffer) {
  return new Uint32Array(buffer.slice(4, 12));
}

function compose(payload) {
  return new Blob(['BM', payload]);
}

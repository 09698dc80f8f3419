function compose(payload) {
  return new Blob(['BM', new Blob(payload)], { type: 'image/bmp' });
}

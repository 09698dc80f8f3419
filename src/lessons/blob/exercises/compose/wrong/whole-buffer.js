function compose(payload) {
  return new Blob(['BM', payload.buffer], { type: 'image/bmp' });
}

function compose(payload) {
  return new Blob([new Blob(['BM']), payload], { type: 'image/bmp' });
}

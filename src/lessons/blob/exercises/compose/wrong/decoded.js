// Right for ASCII.
function compose(payload) {
  return new Blob(['BM' + String.fromCharCode(...payload)], { type: 'image/bmp' });
}

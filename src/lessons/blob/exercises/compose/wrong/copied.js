function compose(payload) {
  const bytes = new Uint8Array(payload.length + 2);
  bytes[0] = 0x42;
  bytes[1] = 0x4d;
  bytes.set(payload, 2);
  return new Blob([bytes], { type: 'image/bmp' });
}

const readFormat = (view) => ({
  channels: view.getUint16(22, true),
  rate: view.getUint32(24),
  bits: view.getUint16(34),
});

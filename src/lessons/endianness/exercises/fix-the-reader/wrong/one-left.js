const readFormat = (view) => ({
  channels: view.getUint16(22, true),
  rate: view.getUint32(24, true),
  bits: view.getUint16(34),
});

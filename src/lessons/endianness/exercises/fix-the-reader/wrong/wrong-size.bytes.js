const readFormat = (view) => ({
  channels: view.getUint8(22),
  rate: view.getUint32(24, true),
  bits: view.getUint8(34),
});

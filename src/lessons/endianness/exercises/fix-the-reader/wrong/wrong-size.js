const readFormat = (view) => ({
  channels: view.getUint16(22, true),
  rate: view.getUint16(24, true),
  bits: view.getUint16(34, true),
});

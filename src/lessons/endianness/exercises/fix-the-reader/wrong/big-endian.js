const readFormat = (view) => ({
  channels: view.getUint16(22, false),
  rate: view.getUint32(24, false),
  bits: view.getUint16(34, false),
});

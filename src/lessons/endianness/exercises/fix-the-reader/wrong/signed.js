const readFormat = (view) => ({
  channels: view.getInt16(22, true),
  rate: view.getInt32(24, true),
  bits: view.getInt16(34, true),
});

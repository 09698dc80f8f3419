function readFormat({ buffer }) {
  const view = new DataView(buffer);
  return {
    channels: view.getUint16(22, true),
    rate: view.getUint32(24, true),
    bits: view.getUint16(34, true),
  };
}

const readFormat = ({ buffer, byteOffset }) => ({
  channels: new Uint16Array(buffer, byteOffset + 22, 1)[0],
  rate: new Uint32Array(buffer, byteOffset + 24, 1)[0],
  bits: new Uint16Array(buffer, byteOffset + 34, 1)[0],
});

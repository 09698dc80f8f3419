// Wrong: the machine's order, which happens to be the file's.
const readFormat = ({ buffer }) => ({
  channels: new Uint16Array(buffer, 22, 1)[0],
  rate: new Uint32Array(buffer, 24, 1)[0],
  bits: new Uint16Array(buffer, 34, 1)[0],
});

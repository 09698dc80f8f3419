function readVint(bytes, offset, keep) {
  const view = new DataView(bytes.buffer);
  const first = view.getUint8(offset);
  const length = Math.clz32(first) - 23;
  let value = keep ? first : first & (0x7f >> (length - 1));
  for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(offset + i);
  return { value: !keep && value === 2 ** (7 * length) - 1 ? null : value, length };
}

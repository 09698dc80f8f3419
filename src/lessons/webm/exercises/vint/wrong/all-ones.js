function readVint(bytes, offset, keep) {
  const first = bytes[offset];
  const length = Math.clz32(first) - 23;
  let value = keep ? first : first & (0x7f >> (length - 1));
  for (let i = 1; i < length; i++) value = value * 256 + bytes[offset + i];
  return { value, length };
}

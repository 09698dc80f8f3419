function readVint(bytes, offset, keep) {
  const length = Math.clz32(bytes[offset]) - 23;
  let value = 0;
  for (let i = 0; i < length; i++) value = value * 256 + bytes[offset + i];
  return { value, length };
}

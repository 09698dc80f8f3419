function readVint(bytes, offset, keep) {
  let length = 1;
  while ((bytes[offset] & (0x80 >> (length - 1))) === 0) length++;

  let value = 0n;
  for (const byte of bytes.subarray(offset, offset + length)) value = (value << 8n) | BigInt(byte);
  const marker = 1n << BigInt(7 * length);
  if (!keep) {
    value -= marker;
    if (value === marker - 1n) return { value: null, length };
  }
  if (value > 2n ** 53n - 1n) throw new RangeError(`found ${value}`);
  return { value: Number(value), length };
}

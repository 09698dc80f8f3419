const firsts = Uint8Array.of(0x81, 0x9f, 0x40, 0x10, 0x08, 0x01);

for (const first of firsts) {
  const bits = first.toString(2).padStart(8, '0');
  const length = Math.clz32(first) - 23;
  console.log(bits, length);
}

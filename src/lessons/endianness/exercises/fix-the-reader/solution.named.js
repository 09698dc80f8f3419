// The chunk "fmt " as a view of its own, and the order under a name.
const little = true;

export function readFormat({ buffer, byteOffset }) {
  const format = new DataView(buffer, byteOffset + 20, 16);
  const bits = format.getUint16(14, little);
  const rate = format.getUint32(4, little);
  const channels = format.getUint16(2, little);
  return { channels, rate, bits };
}

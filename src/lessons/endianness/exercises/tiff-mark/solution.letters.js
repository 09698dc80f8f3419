const ORDERS = new Map([
  ['II', true],
  ['MM', false],
]);

function firstEntry({ buffer, byteOffset, byteLength }) {
  if (byteLength < 8) return null;
  const letters = new Uint8Array(buffer, byteOffset, 2);
  const little = ORDERS.get(String.fromCharCode(...letters));
  if (little === undefined) return null;
  const rest = new DataView(buffer, byteOffset + 2, 6);
  return rest.getUint16(0, little) === 42 ? rest.getUint32(2, little) : null;
}

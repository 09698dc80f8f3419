function firstEntry(view) {
  if (view.byteLength < 8) return null;
  const little = view.getUint16(2, true) === 42;
  if (!little && view.getUint16(2) !== 42) return null;
  return view.getUint32(4, little);
}

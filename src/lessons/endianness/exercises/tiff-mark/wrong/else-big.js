function firstEntry(view) {
  if (view.byteLength < 8) return null;
  const little = view.getUint16(0) === 0x4949;
  return view.getUint16(2, little) === 42 ? view.getUint32(4, little) : null;
}

function firstEntry(view) {
  if (view.byteLength < 8) return null;
  if (view.getUint16(2, true) !== 42) return null;
  return view.getUint32(4, true);
}

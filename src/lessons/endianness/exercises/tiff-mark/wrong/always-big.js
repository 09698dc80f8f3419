function firstEntry(view) {
  if (view.byteLength < 8) return null;
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return null;
  return view.getUint16(2) === 42 ? view.getUint32(4) : null;
}

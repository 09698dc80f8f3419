function firstEntry(view) {
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return null;
  const little = mark === 0x4949;
  return view.getUint16(2, little) === 42 ? view.getUint32(4, little) : null;
}

// The first four bytes at once: two of them decide, two confirm.
function firstEntry(view) {
  if (view.byteLength < 8) return null;
  switch (view.getUint32(0)) {
    case 0x49492a00:
      return view.getUint32(4, true);
    case 0x4d4d002a:
      return view.getUint32(4);
    default:
      return null;
  }
}

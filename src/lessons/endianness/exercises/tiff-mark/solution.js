/**
 * @param {DataView} view a file
 * @returns {number | null} bytes 4 to 7, null if it is no TIFF
 */
function firstEntry(view) {
  if (view.byteLength < 8) return null;

  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return null;

  const little = mark === 0x4949;
  if (view.getUint16(2, little) !== 42) return null;
  return view.getUint32(4, little);
}

const file = Uint8Array.of(73, 73, 42, 0, 8, 0, 0, 0);
console.log(firstEntry(new DataView(file.buffer)));

async function look(file) {
  const view = new DataView(await file.arrayBuffer());
  if (view.getUint16(0) !== 0xffd8) return 'no JPEG';

  // A row of segments: marker, length, content.
  let at = 2;
  while (view.getUint16(at) !== 0xffe1) {
    if (view.getUint16(at) === 0xffda) return 'no EXIF';
    at += 2 + view.getUint16(at + 2);
  }

  // Behind "Exif" and two zeros the TIFF begins.
  const tiff = at + 10;
  const little = view.getUint16(tiff) === 0x4949;
  const mark = little ? 'II' : 'MM';

  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    const tag = view.getUint16(entry, little);
    if (tag !== 0x0112) continue;
    return `${mark}, orientation ${view.getUint16(entry + 8, little)}`;
  }
  return `${mark}, no orientation`;
}

console.log(await look(controls.one));
console.log(await look(controls.other));

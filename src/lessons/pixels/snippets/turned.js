const [shown, stored] = document.querySelectorAll('canvas');
const file = controls.picture;

// The first segment behind FF D8: marker, then its length.
const view = new DataView(await file.arrayBuffer());
if (view.getUint16(2) !== 0xffe1) throw new Error('No EXIF here.');
const end = 2 + 2 + view.getUint16(4);

// The same file without that segment.
const bare = new Blob([file.slice(0, 2), file.slice(end)]);

async function draw(canvas, blob) {
  const bitmap = await createImageBitmap(blob);
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  console.log(blob.size, 'bytes:', bitmap.width, 'by', bitmap.height);
}

await draw(shown, file);
await draw(stored, bare);

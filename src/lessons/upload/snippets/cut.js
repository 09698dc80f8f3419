const CHUNK = 1024 * 100;
const file = new File([new Uint8Array(250000)], 'photo.raw');

for (let offset = 0; offset < file.size; offset += CHUNK) {
  const part = file.slice(offset, offset + CHUNK);
  console.log(offset, part.size);
}

const last = await file.slice(204800).arrayBuffer();
console.log(last.byteLength);

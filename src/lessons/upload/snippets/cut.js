const CHUNK = 1024 * 100;
const zeros = new Uint8Array(250000);
const file = new File([zeros], 'photo.raw');

for (let at = 0; at < file.size; at += CHUNK) {
  const part = file.slice(at, at + CHUNK);
  console.log(at, part.size);
}

const last = file.slice(2 * CHUNK);
const bytes = await last.arrayBuffer();
console.log(bytes.byteLength);

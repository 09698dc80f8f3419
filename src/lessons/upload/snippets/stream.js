const file = new File([new Uint8Array(1000000)], 'film.raw');

let bytes = 0;
for await (const chunk of file.stream()) {
  bytes += chunk.byteLength;
}
console.log(bytes);

const part = await file.slice(0, 102400).arrayBuffer();
console.log(part.byteLength);

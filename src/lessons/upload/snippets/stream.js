const zeros = new Uint8Array(1000000);
const file = new File([zeros], 'film.raw');

let total = 0;
for await (const chunk of file.stream()) {
  total += chunk.byteLength;
}
console.log(total);

const part = file.slice(0, 102400);
const bytes = await part.arrayBuffer();
console.log(bytes.byteLength);

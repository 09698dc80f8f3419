const blob = new Blob(['price: 5 €']);

const buffer = await blob.arrayBuffer();
console.log(buffer.byteLength);

const bytes = blob.bytes ? await blob.bytes() : new Uint8Array(buffer);
console.log(bytes.length);

console.log(await blob.text());

let total = 0;
const reader = blob.stream().getReader();
for (let turn = await reader.read(); !turn.done; turn = await reader.read()) {
  total += turn.value.byteLength;
}
console.log(total);

const headers = { Range: 'bytes=0-35' };
const address = '/media/pattern-vp8.webm';
const response = await fetch(address, { headers });
const buffer = await response.arrayBuffer();
const view = new DataView(buffer);

let at = 5; // The data of the element EBML.
while (at < view.byteLength) {
  const id = view.getUint16(at);
  const size = view.getUint8(at + 2) & 0x7f;
  console.log(at, id.toString(16), size);
  at += 2 + 1 + size;
}
console.log('end:', at);

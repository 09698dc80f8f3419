async function read(name, end) {
  const headers = { Range: `bytes=0-${end - 1}` };
  const address = `/media/${name}`;
  const response = await fetch(address, { headers });
  return new DataView(await response.arrayBuffer());
}

const view = await read('clip-plain.mp4', 48);
let at = 0;
while (at + 8 <= view.byteLength) {
  const size = view.getUint32(at);
  let name = '';
  for (let i = 4; i < 8; i++) {
    const code = view.getUint8(at + i);
    name += String.fromCharCode(code);
  }
  console.log(at, name, size);
  at += size;
}

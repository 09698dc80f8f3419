async function read(start, end) {
  const range = `bytes=${start}-${end - 1}`;
  const headers = { Range: range };
  const address = '/media/pattern-vp8.webm';
  const response = await fetch(address, { headers });
  return new DataView(await response.arrayBuffer());
}

const cluster = await read(36382, 36393);
const time = cluster.getUint16(9);

// Three blocks: a3, two bytes of size, the data.
for (const start of [36393, 41061, 42124]) {
  const block = await read(start, start + 7);
  const track = block.getUint8(3) & 0x7f;
  const relative = block.getInt16(4);
  const isKey = (block.getUint8(6) & 0x80) !== 0;
  const when = time + relative;
  console.log(track, when, isKey ? 'key' : '-');
}

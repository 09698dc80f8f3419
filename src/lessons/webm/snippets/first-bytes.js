const headers = { Range: 'bytes=0-47' };
const address = '/media/pattern-vp8.webm';
const response = await fetch(address, { headers });
const buffer = await response.arrayBuffer();
const bytes = new Uint8Array(buffer);

// A name; then bytes of id, size and data.
const rows = [
  ['EBML', 4, 1, 0],
  ['EBMLVersion', 2, 1, 1],
  ['EBMLReadVersion', 2, 1, 1],
  ['EBMLMaxIDLength', 2, 1, 1],
  ['EBMLMaxSizeLength', 2, 1, 1],
  ['DocType', 2, 1, 4],
  ['DocTypeVersion', 2, 1, 1],
  ['DocTypeReadVersion', 2, 1, 1],
  ['Segment', 4, 8, 0],
];

let at = 0;
function take(count) {
  let digits = '';
  for (let i = 0; i < count; i++) {
    const byte = bytes[at++];
    digits += ` ${byte.toString(16).padStart(2, '0')}`;
  }
  return digits;
}

for (const [name, id, size, data] of rows) {
  const row = `${take(id)} |${take(size)} |${take(data)}`;
  console.log(name, row);
}
console.log(response.status, bytes.length);

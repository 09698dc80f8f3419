async function hexOf(name, start, end) {
  const range = `bytes=${start}-${end - 1}`;
  const headers = { Range: range };
  const address = `/media/${name}`;
  const response = await fetch(address, { headers });
  const buffer = await response.arrayBuffer();
  const part = new Uint8Array(buffer);
  return Array.from(part, hex).join(' ');
}
function hex(byte) {
  return byte.toString(16).padStart(2, '0');
}

const clip = 'pattern-vp8.webm';
const recorded = 'recorded.webm';
console.log(await hexOf(clip, 36, 48));
console.log(await hexOf(recorded, 36, 48));

// Info: what it says of the whole.
console.log(await hexOf(clip, 209, 246));
console.log(await hexOf(recorded, 209, 235));

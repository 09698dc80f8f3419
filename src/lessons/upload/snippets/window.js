const CHUNK = 1024 * 100;
const file = new File([new Uint8Array(600000)], 'film.raw');
const socket = io('/upload');
const { id } = await socket.emitWithAck('start', { name: file.name, size: file.size });

const inFlight = new Set();
let most = 0;
for (let offset = 0; offset < file.size; offset += CHUNK) {
  while (inFlight.size === 2) await Promise.race(inFlight);
  const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();

  const sending = socket.emitWithAck('chunk', { id, offset }, bytes);
  inFlight.add(sending);
  sending.then(() => inFlight.delete(sending));
  most = Math.max(most, inFlight.size);
}

await Promise.all(inFlight);
const saved = await socket.emitWithAck('done', { id });
console.log(most, 'in flight');
console.log(saved.size, 'bytes saved');
socket.disconnect();

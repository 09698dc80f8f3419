const CHUNK = 1024 * 100;
const zeros = new Uint8Array(600000);
const file = new File([zeros], 'film.raw');
const { name, size } = file;

const socket = io('/upload');
function ask(...message) {
  return socket.emitWithAck(...message);
}
const { id } = await ask('start', { name, size });

const inFlight = new Set();
let most = 0;
for (let at = 0; at < size; at += CHUNK) {
  while (inFlight.size === 2) {
    await Promise.race(inFlight);
  }

  const part = file.slice(at, at + CHUNK);
  const bytes = await part.arrayBuffer();
  const head = { id, offset: at };
  const sending = ask('chunk', head, bytes);

  inFlight.add(sending);
  sending.then(() => inFlight.delete(sending));
  most = Math.max(most, inFlight.size);
}

await Promise.all(inFlight);
const saved = await ask('done', { id });
console.log(most, 'in flight');
console.log(saved.size, 'bytes saved');
socket.disconnect();

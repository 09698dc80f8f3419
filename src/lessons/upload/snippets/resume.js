const CHUNK = 1024 * 100;
const sevens = new Uint8Array(250000).fill(7);
const file = new File([sevens], 'photo.raw');
const { name, size } = file;

const socket = io('/upload');
socket.on('hello', ({ owner }) => {
  socket.auth = { owner };
});
function ask(...message) {
  return socket.emitWithAck(...message);
}

async function send(id, offset) {
  const end = offset + CHUNK;
  const part = file.slice(offset, end);
  const bytes = await part.arrayBuffer();
  const head = { id, offset };
  const ack = await ask('chunk', head, bytes);
  return ack.next;
}

const { id } = await ask('start', { name, size });
const sent = await send(id, await send(id, 0));
console.log('Sent', sent);

socket.disconnect(); // The line is cut.
socket.connect();

const resume = { name, size, resume: id };
const { next } = await ask('start', resume);
console.log('The lab wants', next);
await send(id, next);

const saved = await ask('done', { id });
console.log(saved.kind, saved.size);
socket.disconnect();

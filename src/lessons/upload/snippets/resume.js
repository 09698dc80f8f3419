const CHUNK = 1024 * 100;
const file = new File([new Uint8Array(250000).fill(7)], 'photo.raw');
const socket = io('/upload');
socket.on('hello', ({ owner }) => {
  socket.auth = { owner };
});

async function send(id, offset) {
  const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
  const ack = await socket.emitWithAck('chunk', { id, offset }, bytes);
  return ack.next;
}

const head = { name: file.name, size: file.size };
const { id, next } = await socket.emitWithAck('start', head);
await send(id, await send(id, next));

socket.disconnect(); // The connection is lost.
socket.connect();

const again = await socket.emitWithAck('start', { ...head, resume: id });
console.log('The lab wants', again.next);
await send(id, again.next);

const saved = await socket.emitWithAck('done', { id });
console.log(saved.kind, saved.size);
socket.disconnect();

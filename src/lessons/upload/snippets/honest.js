const CHUNK = 1024 * 100;
const pixels = Uint8Array.from({ length: 250000 }, (_, i) => i % 251);
const file = new File([pixels], 'photo.raw');
const socket = io('/upload');

async function upload(file, report) {
  const head = { name: file.name, size: file.size };
  const ready = await socket.emitWithAck('start', head);
  const { id } = ready;

  let { next } = ready;
  while (next < file.size) {
    const bytes = await file.slice(next, next + CHUNK).arrayBuffer();
    const ack = await socket.emitWithAck('chunk', { id, offset: next }, bytes);
    if (ack.kind === 'refused') throw new Error(ack.message);
    next = ack.next;
    report((next / file.size) * 100);
  }

  if (file.size === 0) report(100);
  return socket.emitWithAck('done', { id });
}

const saved = await upload(file, (percent) => console.log(percent.toFixed(2)));
console.log(saved.kind, saved.size);
console.log(saved.sha256.slice(0, 16));
socket.disconnect();

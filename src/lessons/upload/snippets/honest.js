const CHUNK = 1024 * 100;
const socket = io('/upload');

async function upload(file, report) {
  const { name, size } = file;
  const ready = await ask('start', { name, size });
  const { id } = ready;
  let { next } = ready;

  while (next < size) {
    const part = file.slice(next, next + CHUNK);
    const bytes = await part.arrayBuffer();
    const head = { id, offset: next };
    const ack = await ask('chunk', head, bytes);
    next = ack.next;
    report((next / size) * 100);
  }

  if (size === 0) report(100);
  return ask('done', { id });
}

async function ask(...message) {
  const asking = socket.emitWithAck(...message);
  const answer = await asking;
  if (answer.kind !== 'refused') return answer;
  throw new Error(answer.message);
}

const sevens = new Uint8Array(250000).fill(7);
const file = new File([sevens], 'photo.raw');
const saved = await upload(file, (percent) => {
  console.log(percent.toFixed(2));
});
console.log(saved.kind, saved.size);
console.log(saved.sha256.slice(0, 16));
socket.disconnect();

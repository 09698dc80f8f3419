const file = new File(['A photo.'], 'photo.raw');
const bytes = await file.arrayBuffer();
const { subtle } = crypto;
const digest = await subtle.digest('SHA-256', bytes);

let own = '';
for (const byte of new Uint8Array(digest)) {
  own += byte.toString(16).padStart(2, '0');
}

const socket = io('/upload');
function ask(...message) {
  return socket.emitWithAck(...message);
}

const { name, size } = file;
const { id } = await ask('start', { name, size });
await ask('chunk', { id, offset: 0 }, bytes);
const saved = await ask('done', { id });

console.log('here ', own.slice(0, 16));
console.log('there', saved.sha256.slice(0, 16));
console.log(own === saved.sha256);
socket.disconnect();

const file = new File([new Uint8Array(50000).fill(7)], 'photo.raw');
const bytes = await file.arrayBuffer();
const digest = await crypto.subtle.digest('SHA-256', bytes);
const own = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(
  '',
);

const socket = io('/upload');
const head = { name: file.name, size: file.size };
const { id } = await socket.emitWithAck('start', head);
await socket.emitWithAck('chunk', { id, offset: 0 }, bytes);
const saved = await socket.emitWithAck('done', { id });

console.log('here ', own.slice(0, 16));
console.log('there', saved.sha256.slice(0, 16));
console.log(own === saved.sha256 ? 'the same file' : 'another file');
socket.disconnect();

const video = document.querySelector('video');
const ms = new MediaSource();
const url = URL.createObjectURL(ms);
video.src = url;
await event(ms, 'sourceopen');
URL.revokeObjectURL(url);

const type = 'video/webm; codecs="vp8,vorbis"';
const sb = ms.addSourceBuffer(type);
const queue = [];
let hasEnded = false;

const socket = io('/stream');
socket.on('chunk', (head, bytes, received) => {
  queue.push({ bytes, received });
  next();
});
socket.on('end', () => {
  hasEnded = true;
  next();
});
sb.addEventListener('updateend', next);
video.addEventListener('loadeddata', () => video.play());

const wish = { name: 'clip-vp8.webm', chunkBytes: 32768 };
wish.paceMs = 100; // The lab rests between two chunks.
const { size } = await socket.emitWithAck('open', wish);
console.log(size, 'bytes are coming');

function next() {
  if (sb.updating || ms.readyState !== 'open') return;
  if (queue.length > 0) {
    const { bytes, received } = queue.shift();
    sb.appendBuffer(bytes);
    received(); // The next chunk may come.
  } else if (hasEnded) {
    ms.endOfStream();
    console.log(ms.duration.toFixed(1), 'seconds');
    socket.disconnect();
  }
}

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

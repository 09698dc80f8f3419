const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const page = '<html>404 Not Found</html>';
const bytes = new TextEncoder().encode(page);
for (const name of ['update', 'error', 'updateend']) {
  sb.addEventListener(name, () => console.log(name));
}
video.addEventListener('error', () => {
  console.log('video', video.error.code);
});

sb.appendBuffer(bytes);
await event(sb, 'updateend');
console.log('readyState', video.readyState);

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

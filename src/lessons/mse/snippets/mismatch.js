const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

for (const name of ['update', 'error', 'updateend']) {
  sb.addEventListener(name, () => console.log(name));
}
video.addEventListener('error', () => {
  console.log('video', video.error.code);
  console.log(video.error.message);
});

const file = await fetch('/media/pattern-vp9.webm');
sb.appendBuffer(await file.arrayBuffer());
await event(sb, 'updateend');

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

const video = document.querySelector('video');
const file = await fetch('/media/pattern-vp8.webm');
const bytes = await file.arrayBuffer();

const ms = new MediaSource();
let opened = 0;
ms.addEventListener('sourceopen', () => {
  opened++;
  console.log('sourceopen', opened);
});
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');

const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
sb.appendBuffer(bytes);
await event(sb, 'updateend');

ms.endOfStream();
console.log(ms.readyState);
sb.appendBuffer(bytes);
console.log(ms.readyState);
await event(sb, 'updateend');

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

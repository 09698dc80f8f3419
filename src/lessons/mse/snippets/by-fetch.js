const video = document.querySelector('video');
const ms = new MediaSource();
const url = URL.createObjectURL(ms);
video.src = url;
await event(ms, 'sourceopen');
URL.revokeObjectURL(url);

const type = 'video/webm; codecs="vp8,vorbis"';
const sb = ms.addSourceBuffer(type);
video.play().catch(() => console.log('Press play.'));

const response = await fetch('/media/clip-vp8.webm');
const reader = response.body.getReader();
let total = 0;

for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  sb.appendBuffer(value);
  total += value.length;
  await event(sb, 'updateend');
}

ms.endOfStream();
console.log(total, 'bytes');
console.log(ms.duration.toFixed(1), 'seconds');

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

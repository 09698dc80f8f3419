const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const file = await fetch('/media/pattern-vp8.webm');
const bytes = new Uint8Array(await file.arrayBuffer());
let count = 0;

for (let at = 0; at < bytes.length; at += 1000) {
  const before = sb.buffered.length;
  sb.appendBuffer(bytes.subarray(at, at + 1000));
  await event(sb, 'updateend');
  count++;

  if (before === 0 && sb.buffered.length > 0) {
    const end = sb.buffered.end(0).toFixed(2);
    console.log(at + 1000, 'bytes: up to', end);
  }
}

const end = sb.buffered.end(0).toFixed(2);
console.log(count, 'slices: up to', end);

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

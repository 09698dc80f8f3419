const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const file = await fetch('/media/pattern-vp8.webm');
const bytes = new Uint8Array(await file.arrayBuffer());

sb.appendBuffer(bytes);
bytes.fill(0); // The SourceBuffer has a copy.
await event(sb, 'updateend');
console.log(sb.buffered.end(0).toFixed(1));

video.playbackRate = 2;
video.src = URL.createObjectURL(new MediaSource());
console.log(video.playbackRate);

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const file = await fetch('/media/pattern-vp8.webm');
const bytes = new Uint8Array(await file.arrayBuffer());

// As the file's Cues have them: seconds, byte.
const cues = new Map([
  [0, 488],
  [1, 36382],
  [2, 71172],
  [3, 106169],
]);

// The beginning, and a part of the first second.
sb.appendBuffer(bytes.subarray(0, 20000));
await event(sb, 'updateend');
show();

// Now to 3.2 s: what is half parsed is dropped.
video.currentTime = 3.2;
sb.abort();
sb.appendBuffer(bytes.subarray(cues.get(3)));
await event(sb, 'updateend');
show();
await event(video, 'seeked');
console.log(video.currentTime, video.seeking);

function show() {
  const { buffered } = sb;
  const last = buffered.length - 1;
  const start = buffered.start(last).toFixed(1);
  const end = buffered.end(last).toFixed(1);
  console.log(last + 1, start, end);
}

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

const file = await fetch('/media/pattern-vp8.webm');
const bytes = await file.arrayBuffer();

await twice('segments', 0);
await twice('sequence', 0);
await twice('segments', 4);

async function twice(mode, timestampOffset) {
  const video = document.querySelector('video');
  const ms = new MediaSource();
  video.src = URL.createObjectURL(ms);
  await event(ms, 'sourceopen');
  const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

  sb.mode = mode;
  sb.appendBuffer(bytes);
  await event(sb, 'updateend');

  if (timestampOffset > 0) {
    sb.timestampOffset = timestampOffset;
  }
  sb.appendBuffer(bytes);
  await event(sb, 'updateend');

  const { buffered } = sb;
  const start = buffered.start(0).toFixed(1);
  const end = buffered.end(0).toFixed(1);
  console.log(mode, timestampOffset, start, end);
}

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

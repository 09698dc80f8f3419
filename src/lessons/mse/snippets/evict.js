const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const file = await fetch('/media/pattern-vp8.webm');
sb.appendBuffer(await file.arrayBuffer());
await event(sb, 'updateend');
show();

sb.remove(0.5, 1.2);
await event(sb, 'updateend');
show();

function show() {
  const { buffered } = sb;
  const ranges = [];
  for (let i = 0; i < buffered.length; i++) {
    const start = buffered.start(i).toFixed(1);
    const end = buffered.end(i).toFixed(1);
    ranges.push(`${start} to ${end}`);
  }
  console.log(ranges.join(', '));
}

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

const video = document.querySelector('video');
const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
await event(ms, 'sourceopen');
const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

const { log } = console;
for (const name of ['sourceopen', 'sourceended']) {
  ms.addEventListener(name, () => log('ms', name));
}
const names = 'updatestart update updateend error abort';
for (const name of names.split(' ')) {
  sb.addEventListener(name, () => log('sb', name));
}

const file = await fetch('/media/pattern-vp8.webm');
const bytes = await file.arrayBuffer();

log('A good append:');
sb.appendBuffer(bytes);
await event(sb, 'updateend');

log('One that is broken off:');
sb.appendBuffer(bytes);
sb.abort();
await event(sb, 'updateend');

log('The end:');
ms.endOfStream();
await event(ms, 'sourceended');
log(ms.readyState);

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

await play('/media/clip-fragmented.mp4');
await play('/media/clip-plain.mp4');

async function play(address) {
  const file = await fetch(address);
  const bytes = await file.arrayBuffer();
  const video = document.querySelector('video');
  const ms = new MediaSource();
  video.src = URL.createObjectURL(ms);
  await event(ms, 'sourceopen');

  const codecs = 'avc1.4D401F,mp4a.40.2';
  const type = `video/mp4; codecs="${codecs}"`;
  const sb = ms.addSourceBuffer(type);
  sb.appendBuffer(bytes);
  await event(sb, 'updateend');

  const { length } = video.buffered;
  console.log(address, length, 'ranges');
}

function event(target, name) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true });
  });
}

const video = document.querySelector('video');
const file = await fetch('/media/pattern-vp8.webm');
const bytes = await file.arrayBuffer();

const ms = new MediaSource();
video.src = URL.createObjectURL(ms);
ms.addEventListener('sourceopen', opened, { once: true });

function opened() {
  const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
  sb.addEventListener('updateend', () => {
    console.log('updateend', sb.updating);
  });

  sb.appendBuffer(bytes);
  console.log('appended', sb.updating);

  attempt('append', () => sb.appendBuffer(bytes));
  attempt('remove', () => sb.remove(0, 1));
  attempt('duration', () => (ms.duration = 4));
  attempt('end', () => ms.endOfStream());
}

function attempt(name, call) {
  try {
    call();
  } catch (error) {
    console.log(name, error.name);
  }
}

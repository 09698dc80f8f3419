const socket = io.connect('http://localhost:9090');
const video = document.querySelector('video');
const ms = new MediaSource();
const url = URL.createObjectURL(ms);
video.src = url;

ss(socket).on('onSocketMsg', ({ payload }) => {
  const { stream } = payload;
  if (ms.readyState === 'open') opened();
  else ms.addEventListener('sourceopen', opened, { once: true });

  function opened() {
    URL.revokeObjectURL(url);
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;

    stream.on('data', (chunk) => {
      queue.push(chunk);
      next();
    });
    stream.on('end', () => {
      hasEnded = true;
      next();
    });
    sb.addEventListener('updateend', next);

    function next() {
      if (sb.updating || ms.readyState !== 'open') return;
      if (queue.length > 0) {
        sb.appendBuffer(queue.shift());
      } else if (hasEnded) {
        ms.endOfStream();
        console.log(ms.readyState, sb.buffered.length);
      }
    }
  }
});

video.addEventListener('loadeddata', () => video.play());
ss(socket).emit('onSocketMsg', {
  type: 'downloadChunkVideo',
});

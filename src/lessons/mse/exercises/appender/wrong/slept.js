function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;
    stream.on('data', (chunk) => queue.push(chunk));
    stream.on('end', () => (hasEnded = true));
    sb.addEventListener('error', () => {
      done(false);
      clearInterval(timer);
    });
    const timer = setInterval(() => {
      if (queue.length > 0) sb.appendBuffer(queue.shift());
      else if (hasEnded) {
        clearInterval(timer);
        ms.endOfStream();
        done(true);
      }
    }, 50);
  });
}

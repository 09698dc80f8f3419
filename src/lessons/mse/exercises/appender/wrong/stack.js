function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;
    let hasFailed = false;
    const next = () => {
      if (sb.updating || hasFailed) return;
      if (queue.length > 0) sb.appendBuffer(queue.pop());
      else if (hasEnded && ms.readyState === 'open') {
        ms.endOfStream();
        done(true);
      }
    };
    stream.on('data', (chunk) => {
      queue.push(chunk);
      next();
    });
    stream.on('end', () => {
      hasEnded = true;
      next();
    });
    sb.addEventListener('updateend', next);
    sb.addEventListener('error', () => {
      hasFailed = true;
      done(false);
    });
  });
}

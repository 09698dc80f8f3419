function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;
    const next = () => {
      if (sb.updating) return;
      if (queue.length > 0) sb.appendBuffer(queue.shift());
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
    sb.addEventListener('error', () => done(false));
  });
}

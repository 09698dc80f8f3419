function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasFailed = false;
    const next = () => {
      if (sb.updating || hasFailed || queue.length === 0) return;
      sb.appendBuffer(queue.shift());
    };
    stream.on('data', (chunk) => {
      queue.push(chunk);
      next();
    });
    stream.on('end', () => {
      ms.endOfStream();
      done(true);
    });
    sb.addEventListener('updateend', next);
    sb.addEventListener('error', () => {
      hasFailed = true;
      done(false);
    });
  });
}

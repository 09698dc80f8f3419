function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let isBusy = false;
    let hasEnded = false;
    const next = () => {
      if (isBusy) return;
      if (queue.length > 0) {
        isBusy = true;
        sb.appendBuffer(queue.shift());
      } else if (hasEnded) {
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
    sb.addEventListener('update', () => {
      isBusy = false;
      next();
    });
  });
}

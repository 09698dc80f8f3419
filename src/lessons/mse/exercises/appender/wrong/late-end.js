function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;
    let hasFailed = false;
    const append = () => {
      if (!sb.updating && !hasFailed && queue.length > 0) sb.appendBuffer(queue.shift());
    };
    stream.on('data', (chunk) => {
      queue.push(chunk);
      append();
    });
    stream.on('end', () => (hasEnded = true));
    sb.addEventListener('updateend', () => {
      if (queue.length > 0 || hasFailed) append();
      else if (hasEnded) {
        ms.endOfStream();
        done(true);
      }
    });
    sb.addEventListener('error', () => {
      hasFailed = true;
      done(false);
    });
  });
}

function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    let wait = 0;
    let hasFailed = false;
    sb.addEventListener('error', () => {
      hasFailed = true;
      done(false);
    });
    stream.on('data', (chunk) => {
      setTimeout(() => hasFailed || sb.appendBuffer(chunk), wait);
      wait += 50;
    });
    stream.on('end', () => {
      setTimeout(() => {
        if (hasFailed) return;
        ms.endOfStream();
        done(true);
      }, wait);
    });
  });
}

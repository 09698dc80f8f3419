function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    let hasEnded = false;
    stream.on('data', (chunk) => {
      if (!sb.updating) sb.appendBuffer(chunk);
    });
    sb.addEventListener('updateend', () => finish());
    stream.on('end', () => {
      hasEnded = true;
      finish();
    });
    function finish() {
      if (!hasEnded || sb.updating || ms.readyState !== 'open') return;
      ms.endOfStream();
      done(true);
    }
    sb.addEventListener('error', () => done(false));
  });
}

function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    stream.on('data', (chunk) => {
      try {
        sb.appendBuffer(chunk);
      } catch {}
    });
    stream.on('end', () => {
      try {
        ms.endOfStream();
      } catch {}
      done(true);
    });
  });
}

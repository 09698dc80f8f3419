function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    stream.on('data', (chunk) => {
      sb.appendBuffer(chunk);
      while (sb.updating);
    });
    stream.on('end', () => {
      ms.endOfStream();
      done(true);
    });
  });
}

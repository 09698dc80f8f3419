function play(ms, stream, done) {
  const chunks = [];
  let isOver = false;
  let wake = () => {};
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    wake();
  });
  stream.on('end', () => {
    isOver = true;
    wake();
  });

  const event = (target, ...names) =>
    new Promise((resolve) => {
      for (const name of names) target.addEventListener(name, () => resolve(name), { once: true });
    });

  async function run() {
    await event(ms, 'sourceopen');
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    for (;;) {
      if (chunks.length === 0 && isOver) break;
      if (chunks.length === 0) await new Promise((resolve) => (wake = resolve));
      else {
        const ended = event(sb, 'update', 'error');
        sb.appendBuffer(chunks.shift());
        if ((await ended) === 'error') return done(false);
        if (sb.updating) await event(sb, 'updateend');
      }
    }
    ms.endOfStream();
    done(true);
  }
  run();
}

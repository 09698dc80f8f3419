/**
 * @param {MediaSource} ms opens soon: it is the video’s source already
 * @param stream as ss gives it: data with each chunk, then end
 * @param {(isComplete: boolean) => void} done
 */
function play(ms, stream, done) {
  ms.addEventListener('sourceopen', opened, { once: true });

  function opened() {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    const queue = [];
    let hasEnded = false;

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

    function next() {
      if (sb.updating || ms.readyState !== 'open') return;
      if (queue.length > 0) sb.appendBuffer(queue.shift());
      else if (hasEnded) {
        ms.endOfStream();
        done(true);
      }
    }
  }
}

console.log('Check calls play, with streams of its own.');

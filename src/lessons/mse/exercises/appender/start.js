/**
 * @param {MediaSource} ms opens soon: it is the video’s source already
 * @param stream as ss gives it: data with each chunk, then end
 * @param {(isComplete: boolean) => void} done
 */
function play(ms, stream, done) {
  ms.addEventListener('sourceopen', () => {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');

    stream.on('data', (chunk) => {
      sb.appendBuffer(chunk);
    });

    stream.on('end', () => {
      ms.endOfStream();
      done(true);
    });
  });
}

console.log('Check calls play, with streams of its own.');

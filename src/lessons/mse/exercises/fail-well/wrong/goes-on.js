/**
 * @param {HTMLVideoElement} video its src is the address of ms
 * @param {MediaSource} ms opens soon
 * @param {Uint8Array[]} chunks
 * @param {(message: string) => void} say shows a message to your reader
 */
function play(video, ms, chunks, say) {
  let hasFailed = false;
  function fail(why) {
    if (hasFailed) return;
    hasFailed = true;
    say(`This video cannot be played: ${why}`);
  }

  video.addEventListener('error', () => fail('it cannot be decoded.'));
  ms.addEventListener('sourceopen', opened, { once: true });

  function opened() {
    URL.revokeObjectURL(video.src);
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    sb.addEventListener('error', () => fail('its bytes are no video.'));
    sb.addEventListener('updateend', next);
    next();

    function next() {
      try {
        if (chunks.length > 0) sb.appendBuffer(chunks.shift());
        else if (sb.buffered.length === 0) fail('there was nothing in it.');
        else ms.endOfStream();
      } catch (error) {
        fail(error.name);
      }
    }
  }
}

console.log('Check calls play, with good files and bad ones.');

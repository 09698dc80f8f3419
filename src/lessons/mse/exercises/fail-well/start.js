/**
 * @param {HTMLVideoElement} video its src is the address of ms
 * @param {MediaSource} ms opens soon
 * @param {Uint8Array[]} chunks
 * @param {(message: string) => void} say shows a message to your reader
 */
function play(video, ms, chunks, say) {
  ms.addEventListener('sourceopen', opened, { once: true });

  function opened() {
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    sb.addEventListener('updateend', next);
    next();

    function next() {
      if (chunks.length > 0) sb.appendBuffer(chunks.shift());
      else ms.endOfStream();
    }
  }
}

console.log('Check calls play, with good files and bad ones.');

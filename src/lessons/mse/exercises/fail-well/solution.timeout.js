function play(video, ms, chunks, say) {
  let timer = 0;
  let isOver = false;
  const fail = (message) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    say(message);
  };
  video.onloadedmetadata = () => clearTimeout(timer);
  video.onerror = () => fail('The video cannot be decoded.');

  ms.onsourceopen = () => {
    URL.revokeObjectURL(video.src);
    timer = setTimeout(() => fail('The video does not begin.'), 400);
    const sb = ms.addSourceBuffer('video/webm; codecs="vp8"');
    sb.onerror = () => fail('This is no video.');
    const next = () => {
      if (isOver) return;
      try {
        if (chunks.length > 0) sb.appendBuffer(chunks.shift());
        else if (video.readyState > 0) ms.endOfStream();
      } catch (error) {
        fail(error.message);
      }
    };
    sb.onupdateend = next;
    next();
  };
}

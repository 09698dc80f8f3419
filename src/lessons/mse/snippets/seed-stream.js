var address = 'http://localhost:9090';
var socket = io.connect(address);

// Hands the socket to ss, and waits for the stream.
ss(socket).on('onSocketMsg', function (data) {
  data = data || {};
  var type = data.type;
  var payload = data.payload;

  if (type === 'resultChunkVideoData') {
    var video = document.querySelector('video');

    // Makes a MediaSource, and an address of it.
    var ms = new MediaSource();
    var url = URL.createObjectURL(ms);
    video.src = url;

    ms.addEventListener('sourceopen', callback, false);
    ms.addEventListener('sourceended', function (e) {
      console.log('readyState: ' + this.readyState);
    });

    function callback() {
      // Adds the source that is to be played.
      var vp8 = 'video/webm; codecs="vp8"';
      var sourceBuffer = ms.addSourceBuffer(vp8);

      sourceBuffer.addEventListener('updateend', function (e) {
        console.log('updateend: ' + ms.readyState);
      });
      sourceBuffer.addEventListener('error', function (e) {
        console.log('error: ' + ms.readyState);
      });
      sourceBuffer.addEventListener('abort', function (e) {
        console.log('abort: ' + ms.readyState);
      });

      payload.stream.on('data', function (data) {
        console.log('data', data.length);

        // Gives the chunk to the buffer.
        sourceBuffer.appendBuffer(data);
      });

      // Happens when the transfer is over.
      payload.stream.on('end', function () {
        console.log('endOfStream call');
        ms.endOfStream();
      });
    }
  }
});

// Not in the post: asks for the video.
var request = { type: 'downloadChunkVideo' };
ss(socket).emit('onSocketMsg', request);

var ss = require('socket.io-stream');
var path = require('path');

io.on('connection', function (socket) {
  ss(socket).on('onSocketMsg', function (data) {
    data = data || {};
    var type = data.type;
    var stream = ss.createStream();

    if (type === 'downloadChunkVideo') {
      // Takes a video in the format webm.
      var filename = path.basename('pattern-vp8.webm');
      // Makes a stream of the file.
      fs.createReadStream(filename).pipe(stream);

      ss(socket).emit('onSocketMsg', {
        type: 'resultChunkVideoData',
        payload: { stream: stream },
      });
    }
  });
});

var fs = require('fs');

io.on('connection', function (socket) {
  // Reads the file, and hands its bytes to the client.
  fs.readFile('./lib/img/lake-327x125.jpg', function (err, buf) {
    // Binary data may stand anywhere inside an object.
    socket.emit('onSocketMsg', {
      type: 'resultImageData',
      payload: {
        buffer: buf,
      },
    });
  });
});

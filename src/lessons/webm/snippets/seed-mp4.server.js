var file = 'clip-plain.mp4';

io.on('connection', function (socket) {
  fs.readFile(file, function (err, buf) {
    socket.emit('onSocketMsg', {
      type: 'resultVideoData',
      payload: {
        buffer: buf,
      },
    });
  });
});

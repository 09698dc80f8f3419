var socket = io.connect('http://localhost:9090');
var uploader = new SocketIOFileUpload(socket);
var film = new File([new Uint8Array(2000000)], 'film.raw');

// No chunks: the file goes as one message.
uploader.chunkSize = 0;

uploader.addEventListener('progress', function (event) {
  var percent = (event.bytesLoaded / event.file.size) * 100;
  console.log('File is', percent.toFixed(2), 'percent loaded');
});

uploader.addEventListener('load', function (event) {
  console.log('load');
});

uploader.addEventListener('complete', function (event) {
  console.log('completed file upload', event.success);
});

socket.on('disconnect', function (reason) {
  console.log('disconnect:', reason);
});

uploader.submitFiles([film]);

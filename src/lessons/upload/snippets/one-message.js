var address = 'http://localhost:9090';
var socket = io.connect(address);
var uploader = new SocketIOFileUpload(socket);

// No chunks: the file goes as one message.
uploader.chunkSize = 0;

uploader.addEventListener('progress', function (event) {
  var loaded = event.bytesLoaded;
  var percent = (loaded / event.file.size) * 100;
  console.log('File is', percent.toFixed(2), 'percent loaded');
});

uploader.addEventListener('load', function (event) {
  console.log('load');
});

uploader.addEventListener('complete', function (event) {
  console.log('complete', event.success);
});

socket.on('disconnect', function (reason) {
  console.log('disconnect:', reason);
});

var zeros = new Uint8Array(2000000);
var film = new File([zeros], 'film.raw');
uploader.submitFiles([film]);

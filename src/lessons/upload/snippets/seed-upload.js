// Connects to the socket server.
var socket = io.connect('http://localhost:9090');

// Hands the socket to the class SocketIOFileUpload.
var uploader = new SocketIOFileUpload(socket);

// Gives listenOnSubmit the button and the field for a file.
uploader.listenOnSubmit($('#btn_upload').get(0), $('#siofu_input').get(0));

// How many bytes of the file are loaded at once. With 0 no chunks are made.
uploader.chunkSize = 1024 * 100;

uploader.addEventListener('start', function (event) {
  console.log('started upload of file');
});

// The progress event shows how far it is.
uploader.addEventListener('progress', function (event) {
  var percent = (event.bytesLoaded / event.file.size) * 100;
  console.log('File is', percent.toFixed(2), 'percent loaded');
});

// Happens when the upload is over.
uploader.addEventListener('complete', function (event) {
  console.log('completed file upload');
});

// Not in the post: a file to try it with.
$('#btn_made').get(0).onclick = function () {
  uploader.submitFiles([new File([new Uint8Array(250000)], 'made.raw')]);
};

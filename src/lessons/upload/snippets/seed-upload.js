// Connects to the socket server.
var address = 'http://localhost:9090';
var socket = io.connect(address);

// Hands the socket to SocketIOFileUpload.
var uploader = new SocketIOFileUpload(socket);

// Gives it the button and the file field.
var button = $('#btn_upload').get(0);
var field = $('#siofu_input').get(0);
uploader.listenOnSubmit(button, field);

// Bytes of the file that are loaded at once.
// With 0 no chunks are made.
uploader.chunkSize = 1024 * 100;

uploader.addEventListener('start', function (event) {
  console.log('started upload of file');
});

// Progress shows how far it is.
uploader.addEventListener('progress', function (event) {
  var loaded = event.bytesLoaded;
  var percent = (loaded / event.file.size) * 100;
  console.log('File is', percent.toFixed(2), 'percent loaded');
});

// Happens when the upload is over.
uploader.addEventListener('complete', function (event) {
  console.log('completed file upload');
});

// Not in the post: a file to try it with.
$('#btn_made').get(0).onclick = function () {
  var zeros = new Uint8Array(250000);
  var file = new File([zeros], 'made.raw');
  uploader.submitFiles([file]);
};

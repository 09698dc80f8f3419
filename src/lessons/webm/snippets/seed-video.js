// Connects to the socket server.
var address = 'http://localhost:9090';
var socket = io.connect(address);

socket.on('onSocketMsg', function (message) {
  var payload = message.payload;
  var vw = 327;
  var vh = 125;

  // Gets the video element.
  var video = document.querySelector('video');
  video.width = vw;
  video.height = vh;

  // Makes a view (an array of unsigned bytes).
  var uInt8Array = new Uint8Array(payload.buffer);

  // Makes a Blob object from the view.
  var type = { type: 'video/webm' };
  // var type = { type: 'video/mp4' };
  var blob = new Blob([uInt8Array], type);

  // Makes a URL that refers to the Blob.
  var url = URL.createObjectURL(blob);

  // Gives it to video.src, which loads it.
  video.src = url;

  // Not in the post: what came of it.
  video.onloadeddata = function () {
    console.log(blob.size, 'bytes');
    console.log('paused:', video.paused);
  };
});

// Connects to the socket server.
var socket = io.connect('http://localhost:9090');

var canvas = document.querySelector('canvas');
var ctx = canvas.getContext('2d');
var originalImgData = null;

socket.on('onSocketMsg', function (message) {
  show(message.payload);
});

function show(payload) {
  // A view of the bytes, and a Blob of what it covers.
  var uInt8Array = new Uint8Array(payload.buffer);
  var blob = new Blob([uInt8Array], { type: 'image/jpeg' });
  console.log(blob.size, 'bytes of JPEG');

  // An address for the Blob.
  var url = URL.createObjectURL(blob);
  var img = new Image();

  $(img).bind('load', function () {
    // Not in the post: the address is not needed any more.
    URL.revokeObjectURL(url);

    canvas.width = img.width;
    canvas.height = img.height;
    ctx.drawImage(img, 0, 0, img.width, img.height);

    // Red, green, blue and alpha of each pixel.
    originalImgData = ctx.getImageData(0, 0, canvas.width, canvas.height);
    console.log(originalImgData.width, 'by', originalImgData.height);
    console.log(originalImgData.data.length, 'bytes of pixels');
  });

  img.src = url;
}

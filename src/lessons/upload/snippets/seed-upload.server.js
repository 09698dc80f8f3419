io.on('connection', function (socket) {
  var uploader = new siofu();
  uploader.dir = 'uploads';
  uploader.listen(socket);

  // Happens when a file is saved.
  uploader.on('saved', function (event) {
    var file = event.file;
    console.log('saved', file.name, file.size);
  });

  // Handles errors.
  uploader.on('error', function (event) {
    console.log('Error from uploader', event);
  });
});

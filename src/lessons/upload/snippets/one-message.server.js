io.on('connection', function (socket) {
  var uploader = new siofu();
  uploader.dir = 'uploads';
  uploader.listen(socket);

  // Happens when a file is saved.
  uploader.on('saved', function (event) {
    var file = event.file;
    console.log('saved', file.name, file.size);
  });

  // Not in the post: how it ended.
  uploader.on('complete', function (event) {
    var bytes = event.file.bytesLoaded;
    console.log('complete', bytes, 'bytes');
  });

  // Handles errors.
  uploader.on('error', function (event) {
    console.log('Error from uploader', event);
  });
});

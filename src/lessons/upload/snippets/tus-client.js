const sevens = new Uint8Array(250000).fill(7);
const file = new File([sevens], 'photo.raw');

function send(onSuccess, onError) {
  const upload = new tus.Upload(file, {
    endpoint: '/tus/',
    chunkSize: 1024 * 100,
    retryDelays: [0, 1000, 3000],
    metadata: { filename: file.name },
    onProgress(sent) {
      console.log('sent', sent);
    },
    onChunkComplete(length, accepted) {
      console.log('The lab has', accepted);
      if (accepted === length) pause(upload);
    },
    onSuccess,
    onError,
  });
  upload.start();
}

function pause(upload) {
  upload.abort();
  console.log('Paused');
  setTimeout(() => upload.start(), 100);
}

const { lastResponse } = await new Promise(send);
console.log(lastResponse.getHeader('Lab-Sha256'));

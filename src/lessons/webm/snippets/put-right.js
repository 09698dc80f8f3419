const video = document.querySelector('video');
const room = io('/video');
let url = null;

async function show(name) {
  const file = await room.emitWithAck('get', { name });
  const { bytes, type } = file;
  const blob = new Blob([bytes], { type });

  // The clip before leaves; nobody asks for it again.
  if (url !== null) URL.revokeObjectURL(url);
  url = URL.createObjectURL(blob);

  video.muted = true;
  video.src = url;
  try {
    await video.play();
    const { videoWidth, videoHeight } = video;
    console.log(name, videoWidth, videoHeight);
  } catch (error) {
    console.log(name, error.name);
  }
}

controls.on('name', show);
await show(controls.name);

const video = document.querySelector('video');

async function open(name) {
  const response = await fetch(`/media/${name}`);
  const file = await response.blob();
  const opened = new Promise((resolve) => {
    video.onloadedmetadata = resolve;
  });

  video.src = URL.createObjectURL(file);
  await opened;
  console.log(name, file.size, video.duration);
}

await open('pattern-vp8.webm');
URL.revokeObjectURL(video.src);
await open('recorded.webm');
video.muted = true;
await video.play();

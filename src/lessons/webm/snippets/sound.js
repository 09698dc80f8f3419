const video = document.querySelector('video');
const response = await fetch('/media/clip-vp8.webm');
const file = await response.blob();
video.src = URL.createObjectURL(file);

async function play(how) {
  try {
    await video.play();
    console.log(how, 'plays');
  } catch (error) {
    console.log(how, error.name);
  }
}

await play('by itself:');
video.pause();

video.muted = true;
await play('muted:');

const button = document.querySelector('button');
button.onclick = () => {
  video.muted = false;
  play('pressed:');
};

const video = document.querySelector('video');
const Managed = self.ManagedMediaSource;
const Source = Managed ?? MediaSource;
console.log(Source.name);

const ms = new Source();
if (Source === Managed) {
  // Else it would not open.
  video.disableRemotePlayback = true;
  ms.onstartstreaming = () => {
    console.log('append');
  };
  ms.onendstreaming = () => {
    console.log('enough');
  };
}

ms.onsourceopen = () => {
  console.log(ms.readyState);
};
video.src = URL.createObjectURL(ms);

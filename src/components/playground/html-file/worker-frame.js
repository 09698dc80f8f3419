// The frame of a program that runs in a Worker: starts guest.js there, where it has no origin, and hands on what the page
// of the file and the Worker say. Plain JavaScript, since it is written into the file as it is (html-file.ts).
(() => {
  const guest = document.getElementById('guest').textContent;
  const url = URL.createObjectURL(new Blob([guest], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => parent.postMessage(data, '*');
  worker.onerror = ({ message }) => parent.postMessage({ kind: 'error', text: message }, '*');
  addEventListener('message', ({ source, data }) => {
    if (source === parent) worker.postMessage(data);
  });
})();

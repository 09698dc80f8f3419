// @ts-check
/**
 * The least a page can do to run code in an opaque iframe: no instrumentation, no recorder, no previews, no relay, no
 * validation. It posts the source, a prewarmed Worker evaluates it, and the console's line comes back the same way.
 */

const WORKER = `
let port = null;
const send = (line) => port === null ? postMessage(line) : port.postMessage(line);
console.log = (...values) => send(values.map(String).join(' '));
onmessage = ({ data, ports }) => {
  if (ports.length > 0) { port = ports[0]; port.onmessage = (event) => (0, eval)(event.data); }
  else if (typeof data === 'string') (0, eval)(data);
};
postMessage('booted');
`;

const FRAME = `<!doctype html><script>
const url = URL.createObjectURL(new Blob([${JSON.stringify(WORKER)}]));
let worker = null;
function boot() {
  worker = new Worker(url);
  worker.onmessage = ({ data }) => parent.postMessage(data, '*');
}
addEventListener('message', ({ data, ports }) => {
  if (data === null) { worker.terminate(); boot(); }
  else worker.postMessage(data, [...ports]);
});
boot();
</script>`;

/** `measure(source, byPort)`: milliseconds from posting to the first line; a fresh Worker is warm before each. */
export const BARE_PAGE = `<!doctype html><title>Bare</title><script type="module">
const frame = document.createElement('iframe');
frame.setAttribute('sandbox', 'allow-scripts');
frame.srcdoc = ${JSON.stringify(FRAME).replaceAll('</', '<\\/')};
const message = (source) => new Promise((resolve) => {
  addEventListener('message', function hear(event) {
    if (event.source !== source) return;
    removeEventListener('message', hear);
    resolve(event.data);
  });
});
document.body.append(frame);
let booted = message(frame.contentWindow);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
globalThis.measure = async (source, byPort) => {
  await booted;
  let port = null;
  if (byPort) {
    const channel = new MessageChannel();
    port = channel.port1;
    frame.contentWindow.postMessage('', '*', [channel.port2]);
  }
  await sleep(60);
  const at = performance.now();
  let line;
  if (port === null) {
    line = message(frame.contentWindow);
    frame.contentWindow.postMessage(source, '*');
  } else {
    line = new Promise((resolve) => (port.onmessage = (event) => resolve(event.data)));
    port.postMessage(source);
  }
  await line;
  const took = performance.now() - at;
  // Whatever the program says next is not the next Worker's "booted".
  await sleep(60);
  booted = message(frame.contentWindow);
  frame.contentWindow.postMessage(null, '*');
  return took;
};
</script>`;

// @ts-check
/**
 * From the first statement to the first frame, over a link of 400 kB/s and 20 ms each way, in Chromium: the sample S14 with
 * a queue, over the lab's room /stream and MediaSource, in a realm's page and fully recorded; against `<video src>` of the
 * same file over the same link, in turn.
 * Bars: the first frame before a quarter of the file has arrived, and within 1.5× of the plain video.
 * Other rounds: `node bench/playback.mjs 5`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { median, sayBar, sayFigures, sayMachine } from './support/figures.mjs';
import { openPacedLink } from './support/paced-link.mjs';
import { openPlainPage } from './support/plain-chromium.mjs';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { startHarness } = await import('../e2e/support/sandbox-harness.ts');
const { CLEAR_LINK } = await import('../src/core/trace/net-log.ts');

const ROUNDS = Number(process.argv[2] ?? 9);
const LINK = { bytesPerSecond: 400_000, latencyMs: 20 };
const NAME = 'paced.webm';

/** Half a minute of noise in motion, at about half of what the link carries. @param {string} file */
function makeClip(file) {
  const picture = 'testsrc2=s=640x360:r=24:d=30,noise=alls=12:allf=t';
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', 'sine=f=330:r=48000:d=30', '-c:a', 'libvorbis'],
    ...['-c:v', 'libvpx', '-b:v', '1600k', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-auto-alt-ref', '0', '-g', '24', '-keyint_min', '24'],
    ...['-f', 'webm', '-cluster_time_limit', '5000', '-cluster_size_limit', '5000000'],
    ...['-cues_to_front', '1', file],
  ]);
}

/** As the lesson has it; it prints the milliseconds and the bytes that had come when the first frame was shown. */
const PROGRAM = `const startedAt = performance.now();
const video = document.querySelector('video');
const source = new MediaSource();
video.src = URL.createObjectURL(source);
const opened = new Promise((go) => source.addEventListener('sourceopen', go, { once: true }));
const socket = io('/stream');
const queue = [];
let buffer = null;
let arrived = 0;
let hasEnded = false;
function next() {
  if (buffer === null || buffer.updating || source.readyState !== 'open') return;
  if (queue.length > 0) {
    const { bytes, received } = queue.shift();
    buffer.appendBuffer(bytes);
    received();
  } else if (hasEnded) source.endOfStream();
}
socket.on('chunk', (head, bytes, received) => {
  arrived += bytes.byteLength;
  queue.push({ bytes, received });
  next();
});
socket.on('end', () => { hasEnded = true; next(); });
video.addEventListener('loadeddata', () => video.play());
video.requestVideoFrameCallback(() => {
  console.log(performance.now() - startedAt, arrived);
  console.log('done');
});
socket.emit('open', { name: '${NAME}', chunkBytes: 32768 }, () => {});
await opened;
buffer = source.addSourceBuffer('video/webm; codecs="vp8,vorbis"');
buffer.addEventListener('updateend', next);
next();
`;

const order = {
  program: {
    source: PROGRAM,
    html: '<video muted playsinline width="640" height="360"></video>',
    realm: 'page',
    goal: 'module',
    network: {
      lab: 'server',
      serverHalf: null,
      conditions: CLEAR_LINK,
    },
  },
  untilLine: 'done',
  // Its page comes over the link, too.
  warmMs: 2000,
};

const PLAIN = `(async () => {
  const startedAt = performance.now();
  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  video.src = '/media/${NAME}?' + Math.random();
  video.play().catch(() => undefined);
  await new Promise((go) => video.requestVideoFrameCallback(go));
  const took = performance.now() - startedAt;
  video.removeAttribute('src');
  video.load();
  video.remove();
  return took;
})()`;

sayMachine();
const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-playback-'));
const file = path.join(folder, NAME);
makeClip(file);
const { size } = statSync(file);
const harness = await startHarness([file]);
const link = await openPacedLink(harness.port, LINK);
const tab = await openPlainPage(`http://localhost:${link.port}/`);
link.pace(true);
/** @type {{ plain: number[], streamed: number[], arrived: number[] }} */
const figures = { plain: [], streamed: [], arrived: [] };
try {
  for (let round = -1; round < ROUNDS; round++) {
    const plain = await tab.evaluate(PLAIN);
    const report = await tab.evaluate(`harness.run(${JSON.stringify(order)})`);
    if (report.outcome?.kind !== 'finished') throw new Error(JSON.stringify(report.outcome));
    const [took = NaN, arrived = NaN] = report.lines[0].split(' ').map(Number);
    // The first warms everything up, for both alike.
    if (round < 0) continue;
    figures.plain.push(plain);
    figures.streamed.push(took);
    figures.arrived.push(arrived);
  }
} finally {
  await tab.close();
  link.close();
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
}

const percent = (/** @type {number} */ part) => `${((100 * part) / size).toFixed(1)} %`;
sayFigures('<video src>, to the first frame', figures.plain);
sayFigures('room /stream and MediaSource, to the first frame', figures.streamed);
console.log(
  `\n${(size / 2 ** 20).toFixed(1)} MiB over ${LINK.bytesPerSecond / 1000} kB/s, ${LINK.latencyMs} ms each way`,
);
console.log(
  `arrived when the first frame was shown: ${percent(median(figures.arrived))}, at most ${percent(Math.max(...figures.arrived))}`,
);
sayBar('of the file there at the first frame', (100 * median(figures.arrived)) / size, ' %', 25);
sayBar(
  'first frame by MediaSource against <video src>',
  median(figures.streamed) / median(figures.plain),
  '×',
  1.5,
);

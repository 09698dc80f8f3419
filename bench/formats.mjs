// @ts-check
/**
 * A WebM of 10 MB read by core/formats and by mediabunny, in Node, in turn: both end with every frame's track, time, place
 * and whether it is a keyframe. Bar: at most 2× as long. Besides, what a walk through a gigabyte reads.
 */
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { build } from 'esbuild';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { median, sayBar, sayFigures, sayMachine } from './support/figures.mjs';

const ROUNDS = Number(process.argv[2] ?? 15);
const MEGABYTES = 10;

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { readMedia, readMediaByRanges } from './src/core/formats/media-file';
      export { mediaFacts } from './src/core/formats/media-facts';
      export { find } from './src/core/formats/element';`,
    resolveDir: new URL('..', import.meta.url).pathname,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
const ours = await import(`data:text/javascript;base64,${code}`);

const clip = new Uint8Array(
  await readFile(new URL('../public/media/clip-vp8.webm', import.meta.url)),
);
const file = lengthened(clip, MEGABYTES * 1_000_000);

/** @returns {number} frames */
function readOurs() {
  const { segments } = ours.mediaFacts(ours.readMedia(file));
  return segments.reduce(
    (/** @type {number} */ sum, /** @type {any} */ s) => sum + s.frames.length,
    0,
  );
}

async function readTheirs() {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS });
  let frames = 0;
  for (const track of await input.getTracks()) {
    const packets = new EncodedPacketSink(track).packets(undefined, undefined, {
      metadataOnly: true,
    });
    for await (const packet of packets) if (packet.byteLength > 0) frames++;
  }
  return frames;
}

sayMachine();
/** @type {number[]} */ const mine = [];
/** @type {number[]} */ const theirs = [];
let counts = '';
for (let round = 0; round < ROUNDS + 3; round++) {
  const from = performance.now();
  const a = readOurs();
  const between = performance.now();
  const b = await readTheirs();
  const to = performance.now();
  counts = `${a} and ${b} frames`;
  // The first rounds warm up.
  if (round < 3) continue;
  mine.push(between - from);
  theirs.push(to - between);
}
console.log(`WebM, ${(file.length / 1e6).toFixed(1)} MB, ${counts}`);
sayFigures('core/formats', mine);
sayFigures('mediabunny', theirs);
sayBar('core/formats against mediabunny', median(mine) / median(theirs), '×', 2);

const gigabyte = lengthened(clip, 1 << 30, true);
let bytesRead = 0;
let reads = 0;
const from = performance.now();
const tree = await ours.readMediaByRanges({
  byteLength: gigabyte.byteLength,
  read: (/** @type {{ start: number, end: number }} */ { start, end }) => {
    bytesRead += end - start;
    reads++;
    return Promise.resolve(gigabyte.read(start, end));
  },
});
const { segments } = ours.mediaFacts(tree);
console.log(
  `WebM, ${(gigabyte.byteLength / 2 ** 30).toFixed(2)} GiB by ranges: ${segments.length} clusters, ${reads} reads in ${(performance.now() - from).toFixed(0)} ms`,
);
sayBar('read of 1 GiB by ranges', bytesRead / 1e6, ' MB', 1);

/**
 * The clip again and again, its clusters' times going on.
 *
 * @overload @param {Uint8Array} bytes @param {number} atLeast @returns {Uint8Array<ArrayBuffer>}
 */
/**
 * @overload @param {Uint8Array} bytes @param {number} atLeast @param {true} isSparse
 * @returns {{ byteLength: number, read(start: number, end: number): Uint8Array }}
 */
/** @param {Uint8Array} bytes @param {number} atLeast @param {boolean} [isSparse] @returns {any} */
function lengthened(bytes, atLeast, isSparse = false) {
  const { elements } = ours.readMedia(bytes);
  const segment = ours.find(elements, ['Segment']);
  const clusters = segment.children.filter((/** @type {any} */ each) => each.name === 'Cluster');
  const skipped = ['Cluster', 'SeekHead', 'Cues', 'Tags', 'Void'];
  const head = segment.children
    .filter((/** @type {any} */ each) => !skipped.includes(each.name))
    .map((/** @type {any} */ each) => bytes.subarray(each.range.start, each.range.end));
  const bodies = clusters.map((/** @type {any} */ each) =>
    bytes.subarray(each.children[1].range.start, each.range.end),
  );
  const init = joined([
    bytes.subarray(0, segment.range.start),
    // A Segment of unknown size, as of a stream.
    Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, 255, 255, 255, 255, 255, 255, 255),
    ...head,
  ]);
  /** @type {{ offset: number, head: Uint8Array, body: Uint8Array }[]} */
  const parts = [];
  let at = init.length;
  for (let i = 0; at < atLeast; i++) {
    const body = bodies[i % bodies.length];
    const clusterHead = new Uint8Array(18);
    const view = new DataView(clusterHead.buffer);
    view.setUint32(0, 0x1f43b675);
    view.setUint32(4, 0x01000000);
    view.setUint32(8, body.length + 6);
    view.setUint16(12, 0xe784);
    view.setUint32(14, i * 1000);
    parts.push({ offset: at, head: clusterHead, body });
    at += clusterHead.length + body.length;
  }
  if (!isSparse) return joined([init, ...parts.flatMap((part) => [part.head, part.body])]);
  return {
    byteLength: at,
    read(/** @type {number} */ start, /** @type {number} */ end) {
      const out = new Uint8Array(end - start);
      const put = (/** @type {number} */ offset, /** @type {Uint8Array} */ part) => {
        const first = Math.max(start, offset);
        const last = Math.min(end, offset + part.length);
        if (first < last) out.set(part.subarray(first - offset, last - offset), first - start);
      };
      put(0, init);
      for (const part of parts) {
        if (part.offset >= end) break;
        put(part.offset, part.head);
        put(part.offset + part.head.length, part.body);
      }
      return out;
    },
  };
}

/** @param {readonly Uint8Array[]} parts */
function joined(parts) {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

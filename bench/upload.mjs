// @ts-check
/**
 * A file up and a file down, from Chromium to the lab, one of each way in turn: the room /upload (chunks of 256 KiB, four
 * unacknowledged) and tus against a plain streamed PUT, and one that is hashed on the way, as the lab's uploads are; the
 * room /stream and a fetch stream against a plain GET.
 * Bars: the room /upload 1.0× as fast as the PUT, tus 0.5×, the room /stream 0.5× as fast as the GET.
 * Other rounds and MiB: `node bench/upload.mjs 5 32`.
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { NODE_ARGS } from '../server/node-args.mjs';
import { median, sayBar, sayFigures, sayMachine } from './support/figures.mjs';
import { openPlainPage } from './support/plain-chromium.mjs';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);

const ROUNDS = Number(process.argv[2] ?? 9);
const MIB = Number(process.argv[3] ?? 64);
const size = MIB * 2 ** 20;

const { outputFiles } = await build({
  entryPoints: [path.join(import.meta.dirname, 'support', 'upload-page.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2023',
  minify: true,
});
const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-upload-'));
const dist = path.join(folder, 'dist');
mkdirSync(path.join(dist, 'media'), { recursive: true });
const page =
  '<!doctype html><title>Upload</title><input type="file"><script src="/page.js"></script>';
writeFileSync(path.join(dist, 'index.html'), page);
writeFileSync(path.join(dist, 'page.js'), outputFiles[0]?.contents ?? '');
const file = path.join(dist, 'media', 'big.webm');
writeFileSync(file, randomBytes(size));

sayMachine();
const server = fork(path.join(import.meta.dirname, 'support', 'upload-server.ts'), [dist, folder], {
  execArgv: NODE_ARGS,
});
const [port] = await once(server, 'message');
const tab = await openPlainPage(`http://localhost:${port}/`);
await tab.chooseFile('input', file);

/** @type {Record<string, [keyof import('./support/upload-page').Ways, ...unknown[]]>} */
const WAYS = {
  'PUT, plainly': ['put', '/put'],
  'PUT, hashed on the way': ['put', '/hashed'],
  'room /upload, 256 KiB, window 4': ['socket'],
  tus: ['tus'],
  'GET, plainly': ['get', 'big.webm', size],
  'fetch stream': ['fetchStream', 'big.webm', size],
  'room /stream, 64 KiB, window 4': ['room', 'big.webm', size, 64 * 1024, 4],
  'room /stream, 256 KiB, window 4': ['room', 'big.webm', size, 256 * 1024, 4],
  'room /stream, 1 MiB, window 4': ['room', 'big.webm', size, 1024 * 1024, 4],
};
/** @type {Record<string, number[]>} */
const figures = Object.fromEntries(Object.keys(WAYS).map((name) => [name, []]));
try {
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, [way, ...args]] of Object.entries(WAYS)) {
      const given = args.map((each) => JSON.stringify(each)).join(', ');
      const took = await tab.evaluate(`ways.${way}(${given})`);
      // The first warms everything up, for all alike.
      if (round >= 0) figures[name]?.push(took);
    }
  }
} finally {
  await tab.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

for (const [name, values] of Object.entries(figures)) sayFigures(name, values);
/** @param {string} way @param {string} plain @param {number} [bar] */
function sayRatio(way, plain, bar) {
  const ratio = median(figures[plain] ?? []) / median(figures[way] ?? []);
  if (bar === undefined) console.log(`${way}: ${ratio.toFixed(2)}× as fast as ${plain}`);
  else sayBar(`${way}, as fast as ${plain}`, ratio, '×', bar, 'at least');
}
console.log(`\n${MIB} MiB`);
sayRatio('room /upload, 256 KiB, window 4', 'PUT, plainly', 1);
sayRatio('room /upload, 256 KiB, window 4', 'PUT, hashed on the way');
sayRatio('tus', 'PUT, plainly', 0.5);
sayRatio('room /stream, 64 KiB, window 4', 'GET, plainly');
sayRatio('room /stream, 256 KiB, window 4', 'GET, plainly', 0.5);
sayRatio('room /stream, 1 MiB, window 4', 'GET, plainly');
sayRatio('fetch stream', 'GET, plainly');

// @ts-check
/**
 * A file of 1 GB by tus-js-client through the whole server, which is killed after a third and started again, with a
 * pause of the sender after two thirds: whether the hash is right, and how much memory the server took (Linux tells).
 * Bar: under 64 MB. Another size in MB: `node bench/upload-resume.mjs 200`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { uploadThroughRestart } = await import('../server/server.fixture.ts');
const { sayMachine } = await import('./support/figures.mjs');

const megabytes = Number(process.argv[2] ?? 1000);
const MB = 1e6;

sayMachine();
const folder = mkdtempSync(path.join(tmpdir(), 'bytescope-resume-'));
const dist = path.join(folder, 'dist');
mkdirSync(dist);
writeFileSync(path.join(dist, 'index.html'), '<!doctype html>');
try {
  const report = await uploadThroughRestart({
    folder,
    bytes: megabytes * MB,
    env: {
      BYTESCOPE_DIST: dist,
      BYTESCOPE_LAB_DIR: folder,
      BYTESCOPE_LAB_FILE_MIB: String(megabytes),
      BYTESCOPE_LAB_READER_MIB: String(megabytes),
      BYTESCOPE_LAB_TOTAL_MIB: String(megabytes),
    },
  });
  const right = report.sha256 === report.expected ? 'right' : 'WRONG';
  console.log(`${megabytes} MB in ${report.seconds.toFixed(1)} s, SHA-256 ${right}`);
  console.log(`${report.begun} upload begun, ${report.restarts} restart, ${report.pauses} pause`);
  const growth = report.growth.map((bytes) => `${(bytes / MB).toFixed(1)} MB`);
  console.log(
    `memory growth of the server before and after the restart: ${growth.join(', ')} (bar: 64 MB)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

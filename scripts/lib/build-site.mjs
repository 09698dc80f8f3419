// @ts-check
/** Builds the site when its sources changed. The stamp lies in dist itself, so a dist that is gone is never trusted. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressSite } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root, runTool } from './run.mjs';
import { Problem, say, seconds } from './say.mjs';

export const distDir = path.resolve(process.env['BYTESCOPE_DIST'] || path.join(root, 'dist'));
/** Starts with a dot: the server and static hosts leave it alone. */
const stampFile = path.join(distDir, '.built-from');

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return '';
  }
}

/** Builds, whether or not anything changed. */
export async function buildSite() {
  const builtFrom = fingerprint(root, process.env);
  const startedAt = Date.now();
  say('Building the site…');
  const { code, output } = await runTool('astro/bin/astro.mjs', ['build', '--outDir', distDir], {
    quiet: true,
    env: process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (code !== 0) {
    throw new Problem(
      'The site could not be built. The message above names the file and what it expects.',
      output,
    );
  }
  await compressSite(distDir, path.join(root, '.cache', 'compressed'));
  writeFileSync(stampFile, builtFrom);
  say(`The site is built (${seconds(startedAt)}).`);
}

/** Builds unless dist was made from exactly these sources. */
export async function ensureBuilt() {
  if (readStamp() === fingerprint(root, process.env)) say('Nothing changed since the last build.');
  else await buildSite();
}

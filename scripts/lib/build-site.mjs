// @ts-check
/** Builds the site when its sources changed. The stamp lies in dist itself, so a dist that is gone is never trusted. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressSite } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { root, runTool } from './run.mjs';
import { Problem, say, seconds } from './say.mjs';

export const distDir = path.resolve(process.env['BYTESCOPE_DIST'] || path.join(root, 'dist'));

/**
 * @typedef {object} Build
 * @property {string} dist The folder to build into. Inside the project: what is built there runs, and finds its packages.
 * @property {NodeJS.ProcessEnv} env Variables of this build beside those of the process.
 */

/** @type {Build} */
const THE_SITE = { dist: distDir, env: {} };

/**
 * Starts with a dot: the server and static hosts leave it alone.
 * @param {string} dist
 */
const stampFile = (dist) => path.join(dist, '.built-from');

/** @param {string} dist */
function readStamp(dist) {
  try {
    return readFileSync(stampFile(dist), 'utf8');
  } catch {
    return '';
  }
}

/** Builds, whether or not anything changed. */
export async function buildSite({ dist, env } = THE_SITE) {
  const builtFrom = fingerprint(root, { ...process.env, ...env });
  const startedAt = Date.now();
  say('Building the site…');
  const { code, output } = await runTool('astro/bin/astro.mjs', ['build', '--outDir', dist], {
    quiet: true,
    env: { ...env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }) },
  });
  if (code !== 0) {
    throw new Problem(
      'The site could not be built. The message above names the file and what it expects.',
      output,
    );
  }
  await compressSite(dist, path.join(root, '.cache', 'compressed'));
  writeFileSync(stampFile(dist), builtFrom);
  say(`The site is built (${seconds(startedAt)}).`);
}

/** Builds unless dist was made from exactly these sources. */
export async function ensureBuilt(build = THE_SITE) {
  const builtFrom = fingerprint(root, { ...process.env, ...build.env });
  if (readStamp(build.dist) === builtFrom) say('Nothing changed since the last build.');
  else await buildSite(build);
}

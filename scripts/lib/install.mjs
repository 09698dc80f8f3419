// @ts-check
/** Installs the packages when they are not what package-lock.json asks for. Runs on Node's own modules alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './run.mjs';
import { Problem, say, seconds } from './say.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Whether what npm last wrote down as installed satisfies the lock. npm keeps that list itself
 * (node_modules/.package-lock.json) and writes it when an install has succeeded, so an interrupted one does not count.
 * Packages for other platforms are optional and may be absent.
 * @param {Record<string, Entry> | null} wanted
 * @param {Record<string, Entry> | null} installed
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([key, entry]) => {
    if (key === '') return true;
    const found = installed[key];
    if (!found) return entry.optional === true;
    return found.version === entry.version || entry.optional === true;
  });
}

const UNKNOWN_REASON =
  'npm could not install the packages. What it said stands above; after mending it, run the same command again.';

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i;

/**
 * The sentence for a failed `npm ci`.
 * @param {number} code
 * @param {string} output
 */
export function explainInstallFailure(code, output) {
  if (code === 127)
    return 'npm was not found. It comes with Node; install Node from https://nodejs.org/ and try again.';
  if (/ENOSPC/.test(output))
    return 'The disk is full. The packages need about 700 MB; make room and try again.';
  if (/EACCES|EPERM/.test(output)) {
    return 'npm may not write into this folder. Make it yours (its owner can be seen with "ls -l") and try again.';
  }
  if (NO_NETWORK.test(output)) {
    return 'The packages could not be downloaded: there seems to be no network, or the package registry is not reachable. Connect, and run the same command again.';
  }
  return UNKNOWN_REASON;
}

/** Makes node_modules match the lock; does nothing when it does already. */
export async function ensureInstalled() {
  if (
    isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))
  )
    return;
  const startedAt = Date.now();
  say('Installing packages (first time, or the lock changed; a minute or two)…');
  const { code, output } = await run(
    'npm',
    [
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefer-offline',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=5000',
    ],
    // npm is a .cmd file on Windows, which only a shell can start.
    { quiet: true, shell: process.platform === 'win32' },
  );
  if (code !== 0) {
    const sentence = explainInstallFailure(code, output);
    // Where the sentence knows the reason, npm's first lines are enough.
    const lines = output.trimEnd().split('\n');
    throw new Problem(
      sentence,
      (sentence === UNKNOWN_REASON ? lines : lines.slice(0, 3)).join('\n'),
    );
  }
  say(`Packages are installed (${seconds(startedAt)}).`);
}

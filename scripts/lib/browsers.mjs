// @ts-check
/**
 * Finds a browser for tests and measurements, and gets one where there is none.
 *
 * What is there already comes first (Playwright's own build, then the system's), because a download is 150 MB; then
 * Playwright's download; then the distribution's package, where this process may install one.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import path from 'node:path';
import { root, run, runTool } from './run.mjs';
import { say } from './say.mjs';

/**
 * @typedef {'chromium' | 'firefox'} BrowserName
 * @typedef {object} FoundBrowser
 * @property {BrowserName} name
 * @property {string} executablePath
 * @property {boolean} own Whether it is Playwright's own build; a system Firefox needs another protocol.
 */

/** Older ones lack what lessons use (Float16Array came with 135) or what Playwright asks for. */
const OLDEST_MAJOR = { chromium: 135, firefox: 140 };

/** The variable that names an executable, and the names looked for on the PATH and in the usual places. */
const PLACES = {
  chromium: {
    variable: 'BYTESCOPE_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge',
    ],
    files: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'BYTESCOPE_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    files: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** @param {string} command */
export function onPath(command) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** @param {string} file */
function majorVersion(file) {
  // Windows programs do not print their version; there the newest is taken on trust.
  if (process.platform === 'win32') return Infinity;
  try {
    const said = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/(\d+)\.\d/.exec(said)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Where Playwright keeps its own build, whether or not it is there.
 * @param {BrowserName} name
 */
function ownPath(name) {
  try {
    const require = createRequire(path.join(root, 'package.json'));
    return String(require('@playwright/test')[name].executablePath());
  } catch {
    return '';
  }
}

/** @type {Map<BrowserName, FoundBrowser | null>} */
const known = new Map();

/**
 * @param {BrowserName} name
 * @returns {FoundBrowser | null}
 */
export function findBrowser(name) {
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  const { variable, commands, files } = PLACES[name];
  const chosen = process.env[variable];
  const own = ownPath(name);
  /** @type {FoundBrowser | null} */
  let found = null;
  if (chosen) found = { name, executablePath: chosen, own: chosen === own };
  else if (own && existsSync(own)) found = { name, executablePath: own, own: true };
  else {
    const candidates = [...commands.map(onPath), ...files].filter(
      (file) => file && existsSync(file),
    );
    const file = candidates.find((each) => each && majorVersion(each) >= OLDEST_MAJOR[name]);
    if (file) found = { name, executablePath: file, own: false };
  }
  known.set(name, found);
  return found;
}

/** Debian and its descendants, as root, unless somebody said no. */
export function mayUseApt() {
  return process.getuid?.() === 0 && onPath('apt-get') !== null && !process.env['BYTESCOPE_NO_APT'];
}

/**
 * Gets a browser when there is none. Says what it does; null when there is no way.
 * @param {BrowserName} name
 * @returns {Promise<FoundBrowser | null>}
 */
export async function ensureBrowser(name) {
  const found = findBrowser(name);
  if (found) return found;

  say(`There is no ${name} on this machine. Trying Playwright's own build…`);
  const download = await runTool('@playwright/test/cli.js', ['install', name], {
    quiet: true,
    timeoutMs: 300_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
  });
  known.clear();
  if (download.code === 0 && findBrowser(name)) {
    if (mayUseApt())
      await runTool('@playwright/test/cli.js', ['install-deps', name], {
        quiet: true,
        timeoutMs: 600_000,
      });
    return findBrowser(name);
  }

  const { debian, variable } = PLACES[name];
  if (mayUseApt()) {
    say(`It could not be downloaded. Installing the distribution's ${debian} (apt-get)…`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { quiet: true, env, timeoutMs: 900_000 };
    await run('apt-get', ['update', '-q'], options);
    const installed = await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', debian, 'fonts-liberation'],
      options,
    );
    known.clear();
    if (findBrowser(name)) return findBrowser(name);
    say(`apt-get could not install it: ${installed.output.trim().split('\n').at(-1) ?? ''}`);
  }
  say(`No ${name}: install one, or name its program in ${variable}.`);
  return null;
}

/** Switches for a Chromium in a container, without its own talk to the network. */
export const CHROMIUM_ARGS = [
  // The sandbox of Chromium itself does not work for root in a container; these pages are our own.
  ...(process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

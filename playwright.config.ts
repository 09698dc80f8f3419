/**
 * Journeys in the reader's words, against the built site as `npm start` serves it. `npm test` builds and installs what
 * is missing; by hand: `npm run build && npm run test:e2e`.
 */
import { defineConfig, type Project } from '@playwright/test';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROMIUM_ARGS, findBrowser } from './scripts/lib/browsers.mjs';
import { projectNode } from './scripts/lib/run.mjs';

const PORT = process.env['BYTESCOPE_E2E_PORT'] ?? '4390';
/** `localhost`, so that the realm is on another site (127.0.0.1), as readers have it. */
const baseURL = `http://localhost:${PORT}`;

const firefox = findBrowser('firefox');
const chromium = findBrowser('chromium');

if (firefox && !firefox.own) {
  // Reaches the worker processes, which are the ones that talk to the browser.
  const patch = path.join(import.meta.dirname, 'e2e/support/firefox-esr.mjs');
  const options = process.env['NODE_OPTIONS'] ?? '';
  if (!options.includes(patch)) process.env['NODE_OPTIONS'] = `${options} --import=${patch}`.trim();
}

const projects: Project[] = [];
if (chromium) {
  projects.push({
    name: 'chromium',
    use: {
      browserName: 'chromium',
      launchOptions: {
        ...(chromium.own ? {} : { executablePath: chromium.executablePath }),
        args: [...CHROMIUM_ARGS],
      },
    },
  });
}
/** The rooms where engines differ: the sandbox, media, and that a lesson opens and runs at all. */
const WHOLE_IN_FIREFOX = ['attacks/**/*.spec.ts', 'media.spec.ts', 'mse.spec.ts', 'smoke.spec.ts'];
if (firefox) {
  const use: Project['use'] = {
    browserName: 'firefox',
    ...(firefox.own
      ? {}
      : { channel: 'moz-firefox', launchOptions: { executablePath: firefox.executablePath } }),
  };
  projects.push(
    { name: 'firefox', testMatch: WHOLE_IN_FIREFOX, use },
    // Of the rest, the journeys that say so (docs/browsers.md).
    { name: 'firefox-journeys', testIgnore: WHOLE_IN_FIREFOX, grep: /@firefox/, use },
  );
}

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  // One set for every machine: the pictures are of Chromium and of our own fonts.
  snapshotPathTemplate: '{testDir}/gallery/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // Long enough for a machine that does other things too; what is right does not wait for them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL,
    serviceWorkers: 'block',
    // Half of a test's time, so that a press on what is not there says what it waited for.
    actionTimeout: 60_000,
    // A trace copies the page at every step, which took more time than the tests; ask for one with `--trace on`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects,
  webServer: {
    command: `"${projectNode()}" server/index.ts`,
    url: `${baseURL}/healthz`,
    env: { BYTESCOPE_TUS_DIR: path.join(tmpdir(), `bytescope-tus-e2e-${PORT}`), PORT },
    reuseExistingServer: !process.env['CI'],
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});

// @ts-check
/** Pages of Chromium that have bench/support/recording-page.ts in them. */
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'esbuild';
import { launchChromium } from './browsers.mjs';

const REST_MS = 400;
/** Runs of a sample, and the first that is warm: until then engines compile, the plain program too. */
export const RUNS = 12;
export const WARM_FROM = 6;

export async function openRecordingPages() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'recording-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    minify: true,
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html',
      // Cross-origin isolation makes the clock twenty times finer.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end('<!doctype html><title>Recording</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await launchChromium();

  return {
    /**
     * Runs a function in a fresh page.
     * @template A, R
     * @param {(argument: A) => R} task
     * @param {A} argument
     * @returns {Promise<R>}
     */
    async inFreshPage(task, argument) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await page.addScriptTag({ content: script });
      // What a new page still does would stand in the way of compiling: a spare realm has come to rest.
      await page.waitForTimeout(REST_MS);
      const result = await page.evaluate(/** @type {any} */ (task), argument);
      await page.close();
      return /** @type {R} */ (result);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

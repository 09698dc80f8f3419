/** For scripts that look at the built site as a browser gets it: a server of their own, and a Chromium. */
import { chromium, type Browser } from '@playwright/test';
import { createHandler } from '../../server/http.ts';
import { listen, stopListening } from '../../server/listen.ts';
import { openSite } from '../../server/static.ts';
import { CHROMIUM_ARGS, ensureBrowser } from './browsers.mjs';
import { distDir, ensureBuilt } from './build-site.mjs';
import { Problem } from './say.mjs';

/** The lesson that measurements are taken on. */
export const MEASURED_LESSON = '/lessons/views/';
/**
 * What the size budget is held against, in both languages: that lesson's first bench, one of its exercises, and the bench
 * with the most parts. No page loads words of the other language.
 */
export const WEIGHED_BENCHES = [
  MEASURED_LESSON,
  `${MEASURED_LESSON}#exercise-record`,
  '/lessons/webm/#bench-webm-put-right',
].flatMap((address) => [address, `/ko${address}`]);

/** Serves what was built (building it first when something changed) while `use` runs. */
export async function withSite(use: (origin: string) => Promise<void>): Promise<void> {
  await ensureBuilt();
  const handler = createHandler(await openSite(distDir), {
    lan: false,
    hosts: [],
    realmOrigins: [],
  });
  const listening = await listen(handler, { port: 0, fallbacks: 0, lan: false });
  try {
    await use(`http://localhost:${listening.port}`);
  } finally {
    await stopListening(listening, 500);
  }
}

/** The path of a Chromium, found or installed. */
export async function chromiumPath(): Promise<string> {
  const found = await ensureBrowser('chromium');
  if (found) return found.executablePath;
  throw new Problem('This needs a Chromium, and there is none to be had.');
}

export async function withChromium(use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...CHROMIUM_ARGS],
  });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

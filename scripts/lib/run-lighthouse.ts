/** Lighthouse's mobile profile on one page, in a Chromium of its own. */
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { CHROMIUM_ARGS } from './browsers.mjs';
import { Problem } from './say.mjs';
import { chromiumPath } from './site.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** The browser's trace came without its beginning: nothing was measured, and the page is not why. */
const UNTRACED = 'NO_NAVSTART';
const TRIES = 3;

/** A run that measured nothing is made again, at most twice. @throws {Problem} what Lighthouse says is wrong */
export async function runLighthouse(url: string): Promise<Result> {
  for (let left = TRIES - 1; ; left -= 1) {
    const result = await runOnce(url);
    const { runtimeError } = result;
    if (!runtimeError) return result;
    if (left === 0 || runtimeError.code !== UNTRACED) throw new Problem(runtimeError.message);
  }
}

async function runOnce(url: string): Promise<Result> {
  const chrome = await launch({
    chromePath: await chromiumPath(),
    chromeFlags: ['--headless=new', ...CHROMIUM_ARGS],
  });
  try {
    // Without a configuration Lighthouse measures as a mid-range phone on slow 4G.
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    });
    if (!result) throw new Problem('Lighthouse gave no result.');
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

export function scoresOf({ categories }: Result): { name: string; score: number }[] {
  return CATEGORIES.map((name) => ({
    name,
    score: Math.round((categories[name]?.score ?? 0) * 100),
  }));
}

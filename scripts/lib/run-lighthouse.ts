/** Lighthouse's mobile profile on one page, in a Chromium of its own. */
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { CHROMIUM_ARGS } from './browsers.mjs';
import { Problem } from './say.mjs';
import { chromiumPath } from './site.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export async function runLighthouse(url: string): Promise<Result> {
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
    const { lhr } = result;
    if (lhr.runtimeError) throw new Problem(lhr.runtimeError.message);
    return lhr;
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

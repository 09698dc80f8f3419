/** `npm run lighthouse`: Lighthouse's mobile profile on the lesson page; fails when a category is under 95. */
import { loadavg } from 'node:os';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM_ARGS } from './lib/browsers.mjs';
import { LOWEST, lostPoints, shortfall } from './lib/lighthouse-score.ts';
import { main, Problem, say } from './lib/say.mjs';
import { chromiumPath, MEASURED_LESSON, withSite } from './lib/site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Told beside the scores, since a score alone cannot be mended. */
const FIGURES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
] as const;

async function measure(url: string) {
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

await main(() =>
  withSite(async (origin) => {
    const path = process.argv[2] ?? MEASURED_LESSON;
    // The profile is timed, so a busy machine scores lower.
    say(`Lighthouse, mobile, on ${path} (load of this machine: ${(loadavg()[0] ?? 0).toFixed(1)})`);
    const { categories, audits, runtimeError } = await measure(origin + path);
    if (runtimeError) throw new Problem(runtimeError.message);
    const scores = CATEGORIES.map((name) => ({
      name,
      score: Math.round((categories[name]?.score ?? 0) * 100),
    }));
    for (const { name, score } of scores) say(`${name}: ${score}`);
    say(FIGURES.map((id) => `${id} ${audits[id]?.displayValue ?? '?'}`).join(', '));
    const missed = scores.filter(({ score }) => score < LOWEST);
    if (missed.length === 0) return;
    const details = missed.flatMap(({ name }) => {
      const category = categories[name];
      return category ? [`${name}:`, ...lostPoints(category.auditRefs, audits)] : [];
    });
    throw new Problem(shortfall(missed), details.join('\n'));
  }),
);

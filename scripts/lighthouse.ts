/** `npm run lighthouse`: Lighthouse's mobile profile on the lesson page; fails when a category is under 95. */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM_ARGS } from './lib/browsers.mjs';
import { main, Problem, say } from './lib/say.mjs';
import { chromiumPath, MEASURED_LESSON, withSite } from './lib/site.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const LOWEST = 95;
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
    say(`Lighthouse, mobile, on ${path}`);
    const { categories, audits, runtimeError } = await measure(origin + path);
    if (runtimeError) throw new Problem(runtimeError.message);
    const scores = CATEGORIES.map((name) => ({
      name,
      score: Math.round((categories[name]?.score ?? 0) * 100),
    }));
    for (const { name, score } of scores) say(`${name}: ${score}`);
    say(FIGURES.map((id) => `${id} ${audits[id]?.displayValue ?? '?'}`).join(', '));
    const low = scores.filter(({ score }) => score < LOWEST);
    if (low.length === 0) return;
    const found = Object.values(audits)
      .filter(({ score, scoreDisplayMode }) => {
        return (
          score !== null &&
          score < 0.9 &&
          ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode)
        );
      })
      .map(({ id, title, displayValue }) => `${id}: ${title} ${displayValue ?? ''}`);
    const named = low.map(({ name, score }) => `${name} ${score}`).join(', ');
    throw new Problem(`Under ${LOWEST}: ${named}.`, found.join('\n'));
  }),
);

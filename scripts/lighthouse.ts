/** `npm run lighthouse`: Lighthouse's mobile profile on the lesson page; fails when a category is too low. */
import { loadavg } from 'node:os';
import { lostPoints, missedScores, shortfall } from './lib/lighthouse-score.ts';
import { runLighthouse, scoresOf } from './lib/run-lighthouse.ts';
import { main, Problem, say } from './lib/say.mjs';
import { MEASURED_LESSON, withSite } from './lib/site.ts';

/** Told beside the scores, since a score alone cannot be mended. */
const FIGURES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
] as const;

await main(() =>
  withSite(async (origin) => {
    const path = process.argv[2] ?? MEASURED_LESSON;
    // The profile is timed, so a busy machine scores lower.
    say(`Lighthouse, mobile, on ${path} (load of this machine: ${(loadavg()[0] ?? 0).toFixed(1)})`);
    const result = await runLighthouse(origin + path);
    const { categories, audits } = result;
    const scores = scoresOf(result);
    for (const { name, score } of scores) say(`${name}: ${score}`);
    say(FIGURES.map((id) => `${id} ${audits[id]?.displayValue ?? '?'}`).join(', '));
    const missed = missedScores(scores);
    if (missed.length === 0) return;
    const details = missed.flatMap(({ name }) => {
      const category = categories[name];
      return category ? [`${name}:`, ...lostPoints(category.auditRefs, audits)] : [];
    });
    throw new Problem(shortfall(missed), details.join('\n'));
  }),
);

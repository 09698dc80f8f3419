// @ts-check
/**
 * Run to the first console line in the host's hands, warm, in Chromium: the whole sandbox (instrumenter, opaque frame on
 * another site, recorder, previews, relay) against a bare page that posts the same source to a prewarmed Worker in an
 * opaque iframe. One of each in turn. Bar: at most 3× the bare page.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { startHarness } = await import('../e2e/support/sandbox-harness.ts');
const { BARE_PAGE } = await import('./support/bare-page.mjs');
const { launchChromium } = await import('./support/browsers.mjs');
const { median, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 60);
const source = readFileSync(
  new URL('../src/lessons/views/snippets/count.js', import.meta.url),
  'utf8',
);

sayMachine();
const harness = await startHarness();
const browser = await launchChromium();
const ours = await browser.newPage();
await ours.goto(harness.url);
const bare = await browser.newPage();
await bare.goto(harness.serveOutside('/bare', BARE_PAGE));

/** @param {import('../src/core/trace/run').RealmKind} realm @returns {Promise<number>} */
async function runOurs(realm) {
  /** @type {import('../e2e/support/sandbox-harness-types').Order} */
  const order = { program: { source, realm, goal: 'module' }, warmMs: 120 };
  const report = await ours.evaluate((each) => globalThis.harness.run(each), order);
  if (report.firstLineMs === null) throw new Error(JSON.stringify(report));
  return report.firstLineMs;
}
/** @param {boolean} byPort @returns {Promise<number>} */
const runBare = (byPort) =>
  bare.evaluate(
    ([text, port]) => /** @type {any} */ (globalThis).measure(text, port),
    /** @type {const} */ ([source, byPort]),
  );

/** @type {Record<'worker' | 'page' | 'frame' | 'port', number[]>} */
const figures = { worker: [], page: [], frame: [], port: [] };
for (let round = -5; round < ROUNDS; round++) {
  const row = {
    worker: await runOurs('worker'),
    frame: await runBare(false),
    page: await runOurs('page'),
    port: await runBare(true),
  };
  // The first few warm the engine's code caches up, for both alike.
  if (round < 0) continue;
  for (const key of /** @type {const} */ (['worker', 'page', 'frame', 'port']))
    figures[key].push(row[key]);
}
await browser.close();
await harness.close();

sayFigures('bare page, source and line through the frame', figures.frame);
sayFigures('bare page, by a port of the Worker’s own', figures.port);
sayFigures('sandbox, worker realm', figures.worker);
sayFigures('sandbox, page realm', figures.page);
const ratio = (/** @type {number[]} */ a, /** @type {number[]} */ b) => median(a) / median(b);
console.log(
  `\nworker realm: ${ratio(figures.worker, figures.port).toFixed(2)}× the bare page by port`,
);
console.log(`page realm: ${ratio(figures.page, figures.frame).toFixed(2)}× the bare page`);
sayBar(
  'Run to the first line in the worker realm, against a bare page',
  ratio(figures.worker, figures.frame),
  '×',
  3,
);

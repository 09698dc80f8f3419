// @ts-check
/**
 * What a thousand runs on one page leave behind, in Chromium: every bench of the lesson is brought alive and run once,
 * then one bench of each realm is run in turn. Bar: at most 20 MB of heap over what the same page had after the first ten
 * runs, and not one iframe, Worker or object URL more.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { withSite } = await import('../scripts/lib/site.ts');
const { launchChromium } = await import('./support/browsers.mjs');
const { LessonBench } = await import('./support/lesson-bench.mjs');
const { sayBar, sayMachine } = await import('./support/figures.mjs');

const RUNS = Number(process.argv[2] ?? 1000);
const WARM = 10;
/** A bench in each realm, by lesson. */
const BENCHES = /** @type {const} */ ([
  ['views', 'views/create'],
  ['pixels', 'pixels/grayscale'],
]);

/**
 * Heap of the page's main thread after a collection, and what it holds open.
 * @param {import('@playwright/test').CDPSession} session
 * @param {import('@playwright/test').Page} page
 */
async function held(session, page) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } =
    /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
      await session.send('Runtime.getHeapUsage')
    );
  return {
    megabytes: (usedSize + backingStorageSize) / 1e6,
    iframes: page.frames().length - 1,
    workers: page.workers().length,
    urls: await page.evaluate(() => /** @type {any} */ (globalThis).openUrls.size),
    nodes: (await session.send('Memory.getDOMCounters')).nodes,
  };
}

sayMachine();
await withSite(async (origin) => {
  const browser = await launchChromium();
  for (const [lesson, id] of BENCHES) {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const open = new Set();
      /** @type {any} */ (globalThis).openUrls = open;
      const { createObjectURL, revokeObjectURL } = URL;
      URL.createObjectURL = (/** @type {Blob} */ blob) => {
        const url = createObjectURL.call(URL, blob);
        open.add(url);
        return url;
      };
      URL.revokeObjectURL = (/** @type {string} */ url) => {
        open.delete(url);
        revokeObjectURL.call(URL, url);
      };
    });
    await page.goto(`${origin}/lessons/${lesson}/`);
    const session = await page.context().newCDPSession(page);
    const editing = new LessonBench(page, id);
    await editing.wake();
    // What it prints last is another number in every run, which tells that the run shown is a new one.
    const source = (await editing.printedCode.locator('.ln > span').allTextContents()).join('\n');
    await editing.write(`${source}\nconsole.log(Math.random());\n`);
    const runs = (/** @type {number} */ count) =>
      page.evaluate(async ([name, times]) => {
        const section = /** @type {HTMLElement} */ (
          document.querySelector(`[data-bench="${name}"]`)
        );
        const find = (/** @type {string} */ selector) =>
          /** @type {HTMLElement} */ (section.querySelector(selector));
        const printed = () => [...section.querySelectorAll('.console-values')].at(-1)?.textContent;
        for (let i = 0; i < times; i++) {
          const earlier = printed();
          find('[data-action="run"]').click();
          await new Promise((resolve) => {
            const look = () => {
              if (
                printed() !== earlier &&
                find('.bench-bar .status').textContent?.startsWith('Finished')
              )
                resolve(undefined);
              else requestAnimationFrame(look);
            };
            look();
          });
        }
      }, /** @type {const} */ ([id, count]));
    await runs(WARM);
    const before = await held(session, page);
    const startedAt = performance.now();
    await runs(RUNS);
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await held(session, page);
    console.log(`${id}: ${RUNS} runs in ${seconds.toFixed(0)} s`);
    console.log(
      `  heap ${before.megabytes.toFixed(1)} → ${after.megabytes.toFixed(1)} MB: ${(after.megabytes - before.megabytes).toFixed(1)} more`,
    );
    sayBar(`${id}: heap after ${RUNS} runs`, after.megabytes - before.megabytes, ' MB more', 20);
    for (const what of /** @type {const} */ (['iframes', 'workers', 'urls', 'nodes'])) {
      console.log(`  ${what} ${before[what]} → ${after[what]}`);
      // Nodes come and go with what the bench shows.
      if (what !== 'nodes')
        sayBar(`${id}: ${what} left by ${RUNS} runs`, after[what] - before[what], ' more', 0);
    }
    await page.close();
  }
  await browser.close();
});

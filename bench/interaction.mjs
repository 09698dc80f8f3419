// @ts-check
/**
 * Interaction to next paint on a lesson, in Chromium with the processor slowed four times: pressing Run, pressing Step,
 * stepping by key, typing in the editor, and, at full speed, what hovering over a byte takes. Durations are the browser's
 * own (Event Timing), which go from the input to the paint after it, in steps of 8 ms. The figure of a kind is what INP is
 * of a page: its longest interaction, one of every fifty left out, since whatever else the machine does hits one now and
 * then; the longest of all is told beside it. Bars: 100 ms slowed, one frame (16.7 ms) of scripts and layout for a hover.
 *
 * What a press changes is painted a frame or more after the answer to it, so that is told too: for Step, until memory and
 * what stands with it have been painted.
 */
import process from 'node:process';
import { enterProjectNode } from './support/project-node.mjs';

enterProjectNode(import.meta.url);
const { withSite } = await import('../scripts/lib/site.ts');
const { launchChromium } = await import('./support/browsers.mjs');
const { LessonBench } = await import('./support/lesson-bench.mjs');
const { quantile, sayBar, sayFigures, sayMachine } = await import('./support/figures.mjs');

const ROUNDS = Number(process.argv[2] ?? 50);
/** INP leaves out one of so many. */
const LEFT_OUT_OF = 50;
const SLOWED = 4;
/** Benches of small and of large recordings, by lesson. */
const BENCHES = /** @type {const} */ ([
  ['views', 'views/one-buffer'],
  ['signed', 'signed/brighten'],
  ['pixels', 'pixels/grayscale'],
]);

sayMachine();
await withSite(async (origin) => {
  const browser = await launchChromium();
  for (const [lesson, id] of BENCHES) {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      /** @type {PerformanceEventTiming[]} */
      const entries = [];
      Object.assign(globalThis, { eventEntries: entries });
      new PerformanceObserver((list) => {
        entries.push(.../** @type {any} */ (list.getEntries()));
      }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: true }));
    });
    await page.goto(`${origin}/lessons/${lesson}/`);
    const session = await page.context().newCDPSession(page);
    const bench = new LessonBench(page, id);
    await bench.wake();

    /** What has begun is painted, and told. */
    const painted = () =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)));
          }),
      );
    /**
     * The longest of the interactions that `act` makes; 16 ms where none was long enough to be told.
     * @param {() => Promise<void>} act
     */
    const timed = async (act) => {
      await page.evaluate(() => {
        /** @type {any} */ (globalThis).eventEntries.length = 0;
      });
      await act();
      await painted();
      return page.evaluate(() =>
        Math.max(
          16,
          .../** @type {any} */ (globalThis).eventEntries
            .filter((/** @type {any} */ entry) => entry.interactionId !== 0)
            .map((/** @type {any} */ entry) => entry.duration),
        ),
      );
    };
    const finished = () =>
      page.waitForFunction(
        (name) =>
          document
            .querySelector(`[data-bench="${name}"] .bench-bar .status`)
            ?.textContent?.startsWith('Finished'),
        id,
      );

    /**
     * A click as a mouse makes it: a locator's own asks the page what lies under the pointer, within the press.
     * @param {import('playwright-core').Locator} button
     */
    const press = async (button) => {
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      if (box === null) throw new Error(`${id} does not show its button.`);
      const { x, y, width, height } = box;
      await page.mouse.click(x + width / 2, y + height / 2);
    };

    /** Has the page note how long it is from the next press until what it changes in memory's readout is painted. */
    const watchMemory = () =>
      bench.root.evaluate((root) => {
        const readout = root.querySelector('.mem .readout');
        if (readout === null) throw new Error('This bench has no readout.');
        Object.assign(globalThis, {
          memoryPainted: new Promise((resolve) => {
            root.addEventListener(
              'pointerdown',
              ({ timeStamp }) => {
                const watch = new MutationObserver(() => {
                  watch.disconnect();
                  requestAnimationFrame(() =>
                    setTimeout(() => resolve(performance.now() - timeStamp)),
                  );
                });
                watch.observe(readout, { subtree: true, childList: true, characterData: true });
              },
              { capture: true, once: true },
            );
          }),
        });
      });
    /** @returns {Promise<number>} */
    const memoryPainted = () => page.evaluate(() => /** @type {any} */ (globalThis).memoryPainted);

    /** @type {Record<'run' | 'step' | 'step by key' | 'type', number[]>} */
    const figures = { run: [], step: [], 'step by key': [], type: [] };
    /** @type {number[]} */
    const untilMemory = [];
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    for (let round = 0; round < ROUNDS; round++) {
      figures.run.push(await timed(() => press(bench.run)));
      await finished();
      await press(bench.step);
      await watchMemory();
      figures.step.push(await timed(() => press(bench.step)));
      untilMemory.push(await memoryPainted());
      // At once, as before a click: focus would scroll there smoothly, and the key be pressed meanwhile.
      await bench.slider.scrollIntoViewIfNeeded();
      await bench.slider.focus();
      figures['step by key'].push(await timed(() => bench.slider.press('ArrowRight')));
    }
    await bench.openEditor();
    await bench.editor.press('ControlOrMeta+End');
    // In the middle of the window: what is painted in its last 75 px is never told by a browser without a screen.
    await bench.root.evaluate((root) => {
      const caret = root.querySelector('.monaco-editor .cursor');
      if (caret === null) throw new Error('The editor has no caret.');
      scrollBy({ top: caret.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant' });
    });
    // The first letter is not charged for that.
    await painted();
    for (let round = 0; round < ROUNDS; round++) {
      figures.type.push(await timed(() => bench.editor.press(round % 8 === 7 ? 'Enter' : 'x')));
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });

    console.log(`\n${id}, ${SLOWED}× slowed`);
    for (const [what, values] of Object.entries(figures)) {
      const [first = NaN] = values;
      const sorted = values.toSorted((a, b) => b - a);
      const inp = sorted[Math.floor(values.length / LEFT_OUT_OF)] ?? NaN;
      sayFigures(`  ${what}`, values);
      console.log(`    the first ${first} ms, the longest ${sorted[0]} ms`);
      sayBar(`${id}, ${SLOWED}× slowed, INP of ${what}`, inp, ' ms', 100);
    }
    sayFigures('  step, until memory is painted', untilMemory);

    // A hover is no interaction to Event Timing: what it does is a task, told by the browser's own measure of its time.
    const cells = bench.root.getByRole('gridcell', { name: /^byte \d+,/ });
    const first = await cells.nth(0).boundingBox();
    const second = await cells.nth(1).boundingBox();
    if (first === null || second === null) throw new Error(`${id} shows no bytes.`);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) =>
        metrics.find((metric) => metric.name === name)?.value ?? 0;
      return of('TaskDuration') * 1000;
    };
    const hovers = [];
    for (let round = 0; round < 2 * ROUNDS; round++) {
      const { x, y } = round % 2 === 0 ? second : first;
      const before = await busy();
      await page.mouse.move(x + 5, y + 5);
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
      );
      hovers.push((await busy()) - before);
    }
    sayFigures('  hover, unslowed, all tasks until painted', hovers);
    sayBar(`${id}, hover, p95`, quantile(hovers, 0.95), ' ms', 16.7);
    await page.close();
  }
  await browser.close();
});

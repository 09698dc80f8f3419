/** `npm run screenshot`: the README's picture, taken from the built lesson in the middle of a real run. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { MEASURED_LESSON, withChromium, withSite } from './lib/site.ts';

const FILE = path.join(root, 'docs', 'images', 'lesson.png');
/** The bench with five views over one buffer shows most in one picture. */
const BENCH = '[data-bench="views/one-buffer"]';

await main(() =>
  withSite((origin) =>
    withChromium(async (browser) => {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 1000 },
        deviceScaleFactor: 2,
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      await page.goto(origin + MEASURED_LESSON, { waitUntil: 'networkidle' });
      const bench = page.locator(BENCH);
      await bench.scrollIntoViewIfNeeded();
      await bench.getByRole('button', { name: 'Run', exact: true }).click();
      await bench
        .locator('.bench-bar')
        .getByText(/^Finished: /)
        .waitFor();
      // A store that five views see at once.
      const steps = bench.getByRole('slider', { name: 'Step' });
      await steps.press('Home');
      for (let step = 1; step < 5; step++) await steps.press('ArrowRight');
      await steps.blur();
      await page.evaluate((selector) => {
        const top = document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
        scrollBy({ top: top - 120, behavior: 'instant' });
      }, BENCH);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.fonts.ready);
      mkdirSync(path.dirname(FILE), { recursive: true });
      await page.screenshot({ path: FILE });
      say('Wrote docs/images/lesson.png.');
    }),
  ),
);

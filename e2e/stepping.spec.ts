/** Stepping through a run: the lesson's own recording before anything has loaded, and one that the reader made. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { BenchPage } from './pages/bench-page';
import { painted } from './support/painted';

const LESSON = '/lessons/views/';

/** The bench's code does not come before the returned function is called. */
async function holdBenchCode(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_astro\/Bench\.[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test(
  'a reader steps through the recording that came with the page, before any frame or editor',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/one-buffer');
    await bench.root.scrollIntoViewIfNeeded();
    await bench.slider.focus();
    await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Step 18 of 18\. Read /);
    await page.keyboard.press('Home');
    await expect(bench.slider).toHaveAttribute(
      'aria-valuetext',
      /^Step 1 of 18\. Write u8\[0\] = 255/,
    );
    await expect(bench.root.locator('.code .ln.now')).toHaveAttribute('data-l', '9');
    expect(await bench.bytes()).toEqual(['FF', ...Array<string>(15).fill('00')]);
    await expect(bench.console).toHaveText('Nothing has been printed by this step.');

    await page.keyboard.press('PageDown');
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '11');
    expect(await bench.printed()).toEqual(['255 255 255 :10', '0 0 192 63 :13']);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(bench.root.locator('.code .ln.now')).toHaveAttribute('data-l', '18');
    await page.keyboard.press('End');
    expect(await bench.printed()).toHaveLength(5);
    await expect(bench.root.locator('iframe')).toHaveCount(0);
    await expect(page.locator('.monaco-editor')).toHaveCount(0);
  },
);

test('what is pressed on the timeline before its code is there counts, in order', async ({
  page,
}) => {
  const release = await holdBenchCode(page);
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.root.scrollIntoViewIfNeeded();
  await bench.slider.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await bench.root.getByRole('button', { name: 'Step back' }).click();
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '18');
  release();
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '2');
});

test('what is pressed while the bench comes alive counts once', async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener(
      'astro:hydrate',
      ({ target }) => {
        if (!(target instanceof Element)) return;
        const bench = target.querySelector('[data-bench="views/one-buffer"]');
        if (!bench || bench.hasAttribute('data-hydrated')) return;
        bench.querySelector<HTMLElement>('[aria-label="Step back"]')?.click();
        const key = { key: 'ArrowLeft', bubbles: true, cancelable: true };
        bench.querySelector('[role=slider]')?.dispatchEvent(new KeyboardEvent('keydown', key));
        document.documentElement.dataset['pressed'] = '';
      },
      true,
    );
  });
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.root.hover();
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '16');
  await expect(bench.root).toHaveAttribute('data-hydrated');
  await expect(page.locator('html')).toHaveAttribute('data-pressed');
  await bench.slider.press('ArrowLeft');
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '15');
});

test('a tap on the timeline before its code is there counts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  const release = await holdBenchCode(page);
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.root.scrollIntoViewIfNeeded();
  const plot = bench.slider.locator('.tl-plot');
  const box = await plot.boundingBox();
  await plot.tap({ position: { x: 4, y: (box?.height ?? 0) / 2 } });
  release();
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '1');
  await context.close();
});

test('who wants less motion sees a step as it is, at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.slider.press('Home');
  await bench.slider.press('ArrowRight');
  await bench.slider.press('ArrowLeft');
  const changed = bench.root.locator('.mem :is(.byte, .cell).chg');
  await painted(page);
  await expect(changed.first()).toBeVisible();
  const moving = await changed.evaluateAll((cells) =>
    cells.flatMap((cell) =>
      [null, '::before', '::after'].flatMap((part) => {
        const { transitionDuration, transitionDelay } = getComputedStyle(cell, part);
        const isStill = /^0s(, 0s)*$/;
        return isStill.test(transitionDuration) && isStill.test(transitionDelay)
          ? []
          : [
              `${cell.getAttribute('class') ?? ''}${part ?? ''}: ${transitionDuration} after ${transitionDelay}`,
            ];
      }),
    ),
  );
  expect(moving).toEqual([]);
});

test(
  'Step runs edited code, opens at its first access and goes on from there',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/count');
    await bench.write(
      'const u8 = new Uint8Array(4);\nfor (let i = 0; i < 3; i++) u8[i] = 300 + i;\nconsole.log(u8[2]);',
    );
    await bench.step.click();
    await expect(bench.slider).toHaveAttribute(
      'aria-valuetext',
      /^Step 1 of 4\. Write u8\[0\] = 44/,
    );
    await expect(bench.root.locator('.readout')).toContainText('300');
    await expect(bench.console).toHaveText('Nothing has been printed by this step.');
    await bench.step.click();
    await bench.step.click();
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '3');
    expect(await bench.bytes()).toEqual(['2C', '2D', '2E', '00']);
    // Inside the editor, too.
    await bench.editor.focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '4');
    expect(await bench.printed()).toEqual(['46 :3']);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '3');
  },
);

test(
  'a hot loop is recorded up to the cap, counted to its end, and can be recorded from there',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/count');
    await bench.write(
      'const u8 = new Uint8Array(16);\nfor (let i = 0; i < 300000; i++) u8[i & 15] = i;\nconsole.log("done");',
    );
    await bench.run.click();
    await expect(bench.status).toHaveText(/^Finished: 250,000 steps/);
    await expect(
      bench.root.getByText('50,000 accesses not recorded', { exact: false }).first(),
    ).toBeVisible();
    await bench.root.getByRole('button', { name: 'Record from here' }).click();
    await expect(bench.status).toHaveText(/^Finished: 50,000 steps/);
    await expect(bench.slider).toHaveAttribute(
      'aria-valuetext',
      /^Step 1 of 50,000\. Write u8\[0\] = 144/,
    );
  },
);

test('a run that is stopped keeps what it recorded', { tag: '@firefox' }, async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'views/count');
  await bench.write(
    'const u8 = new Uint8Array(4);\nlet i = 0;\nwhile (true) {\n  u8[i++ & 3] = i;\n  if (i === 100) console.log("a hundred");\n  await new Promise((next) => setTimeout(next, 1));\n}',
  );
  await bench.run.click();
  await expect(bench.console).toContainText('a hundred');
  await bench.stop.click();
  await expect(bench.status).toHaveText('Stopped');
  // Steps leave the realm ten times a second: the last of them may be lost.
  const steps = Number(await bench.slider.getAttribute('aria-valuemax'));
  expect(steps).toBeGreaterThanOrEqual(20);
  await bench.slider.focus();
  await page.keyboard.press('Home');
  await expect(bench.slider).toHaveAttribute(
    'aria-valuetext',
    /^Step 1 of [\d,]+\. Write u8\[0\] = 1/,
  );
});

test(
  'a flipped bit is a "what if" in the past, and real at the end: a timer reads it',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    const bench = new BenchPage(page, 'views/count');
    await bench.write(
      'const u8 = new Uint8Array([1, 2]);\nu8[0] = 5;\nsetInterval(() => { if (u8[0] === 7) { console.log("seven"); u8[0] = 0; } }, 50);',
    );
    await bench.step.click();
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '1');
    await bench.slider.focus();
    await page.keyboard.press('ArrowLeft');
    await bench.openByte(0);
    await bench.root.getByRole('switch', { name: /^bit 1/ }).click();
    await expect(bench.root.getByRole('button', { name: 'Back to step 0' })).toBeVisible();
    await bench.root.getByRole('button', { name: 'Back to step 0' }).click();
    await bench.slider.focus();
    await page.keyboard.press('End');
    await bench.root.getByRole('switch', { name: /^bit 1/ }).click();
    await expect(bench.console).toContainText('seven');
  },
);

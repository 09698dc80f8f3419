/** A reader points at pixels, moves a threshold, steps through a picture, and changes a byte of it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BenchPage } from './pages/bench-page';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';
import { anyNumber } from './support/words';
import { painted } from './support/painted';
import { startPixelsSite, type PixelsSite } from './support/pixels-site';

let site: PixelsSite;
test.beforeAll(async () => {
  site = await startPixelsSite();
});
test.afterAll(async () => {
  await site.close();
});

const shown = (page: Page, name: string) => page.locator(`[data-px="${name}"]`);
const stage = (page: Page) => page.getByRole('application', { name: /^Picture\./ });

async function run(page: Page, snippet: string): Promise<void> {
  await page.goto(site.url(snippet));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.bench-bar')).toContainText('Finished');
  await expect(page.getByRole('region', { name: 'Pixels' })).toBeVisible();
}

/** Red, green, blue, alpha of a pixel of one of the view's canvases. */
async function pixel(page: Page, name: string, x: number, y: number): Promise<number[]> {
  await painted(page);
  return shown(page, name).evaluate(
    (canvas, [left, top]) => [
      ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data ?? []),
    ],
    [x, y] as const,
  );
}

test(
  'pointing at a pixel fills in its index and lights its bytes; a byte points back',
  { tag: '@firefox' },
  async ({ page }) => {
    await run(page, 'invert');
    await stage(page).hover({ position: { x: 30, y: 20 } });
    const x = Number(await shown(page, 'x').textContent());
    const y = Number(await shown(page, 'y').textContent());
    const index = (y * 327 + x) * 4;
    await expect(shown(page, 'index')).toHaveText(index.toLocaleString('en'));
    const lit = page.locator('.mem .byte.hot');
    await expect(lit).toHaveCount(4);
    await expect(lit.first()).toHaveAttribute('data-b', String(index));
    const bytes = await lit.allTextContents();
    expect(bytes).toEqual(
      await Promise.all([0, 1, 2, 3].map(async (k) => shown(page, `b${k}`).textContent())),
    );
    // Out of the picture, the light goes out.
    await page.mouse.move(1, 1);
    await expect(lit).toHaveCount(0);

    const cells = page.locator('.mem .byte');
    await cells.nth(9).hover();
    const byte = Number(await cells.nth(9).getAttribute('data-b'));
    await expect(shown(page, 'index')).toHaveText((byte - (byte % 4)).toLocaleString('en'));
  },
);

test('a picture that is put elsewhere is there from that step on', async ({ page }) => {
  await run(page, 'moved');
  // Its corner.
  await stage(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Home');
  const place = page.locator('.px-cursor');
  await expect(place).toContainText('on the canvas 20, 6');
  const step = page.getByRole('slider', { name: 'Step', exact: true });
  // Before what it reads, and before itself.
  await step.press('ArrowLeft');
  await step.press('ArrowLeft');
  await expect(place).toContainText('on the canvas 10, 5');
  await step.press('ArrowRight');
  await expect(place).toContainText('on the canvas 20, 6');
});

test('the crosshair and the divider by keys', { tag: '@firefox' }, async ({ page }) => {
  await run(page, 'invert');
  await stage(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Home');
  await expect(shown(page, 'index')).toHaveText('0');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(shown(page, 'x')).toHaveText('11');
  await expect(shown(page, 'y')).toHaveText('1');
  await expect(shown(page, 'index')).toHaveText('1,352');
  await expect(shown(page, 'spoken')).toContainText('x 11, y 1, index 1352: red');
  await page.keyboard.press('End');
  await expect(shown(page, 'x')).toHaveText('326');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(shown(page, 'x')).toHaveText('326');

  const divider = page.getByRole('slider', { name: 'Before and after' });
  await divider.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuetext', '60% before, 40% after');
  await page.keyboard.press('ArrowLeft');
  await expect(divider).toHaveAttribute('aria-valuenow', '59');
  await page.keyboard.press('Home');
  await expect(divider).toHaveAttribute('aria-valuenow', '0');
});

test('the part that lies outside the canvas is hatched, and said', async ({ page }) => {
  await run(page, 'invert');
  await expect(page.getByText('Hatched: 20,274 pixels that lie outside the canvas.')).toBeVisible();
  await expect(page.getByText('on the canvas 0, 62')).toBeVisible();
});

test(
  'the picture at a step is the picture then, and so is the order of its writes',
  { tag: '@firefox' },
  async ({ page }) => {
    await run(page, 'invert');
    const step = page.getByRole('slider', { name: 'Step', exact: true });
    const before = await pixel(page, 'before', 100, 0);
    const inverted = before.map((value, channel) => (channel === 3 ? value : 255 - value));
    expect(await pixel(page, 'after', 100, 0)).toEqual(inverted);
    await step.press('Home');
    expect(await pixel(page, 'after', 100, 0)).toEqual(before);
    // The first step is getImageData; then come a read and a write for each of three channels.
    for (let i = 0; i < 2; i++) await step.press('ArrowRight');
    const [red = 0, ...others] = await pixel(page, 'before', 0, 0);
    expect(await pixel(page, 'after', 0, 0)).toEqual([255 - red, ...others]);

    await page.getByRole('button', { name: 'Write order' }).click();
    await expect(shown(page, 'written')).toHaveText('1 of 40,875 pixels written by step 3');
    expect((await pixel(page, 'after', 0, 0))[3]).toBe(255);
    expect((await pixel(page, 'after', 1, 0))[3]).toBe(0);
    await step.press('End');
    await expect(shown(page, 'written')).toHaveText(/^40,875 of 40,875 pixels written/);
  },
);

test(
  'a control reaches the running program, and its line stands on the histogram',
  { tag: '@firefox' },
  async ({ page }) => {
    await run(page, 'threshold');
    const control = page.locator('.controls').getByRole('slider', { name: 'Threshold' });
    const line = page.locator('.px-histogram').getByRole('slider', { name: 'Threshold' });
    const frame = page.frameLocator('.output-frame iframe:not([aria-hidden])');
    const brightest = (x: number, y: number) =>
      frame
        .locator('canvas')
        .evaluate(
          (canvas, [left, top]) =>
            (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left, top, 1, 1).data[0],
          [x, y] as const,
        );
    expect(await brightest(639, 399)).toBe(255);
    await line.fill('250');
    await expect(control).toHaveValue('250');
    await expect(shown(page, 'below')).toHaveText('100% below');
    await expect.poll(() => brightest(639, 399)).toBe(0);
    await expect.poll(() => pixel(page, 'after', 639, 399)).toEqual([0, 0, 0, 255]);
    await control.press('Shift+ArrowLeft');
    await expect(line).toHaveValue('240');
    await expect(shown(page, 'threshold')).toHaveText('240');

    // Not run again: the console was not cleared, and nothing else happened.
    const output = page.locator('.console');
    await page.getByRole('checkbox', { name: 'Invert' }).check();
    await expect(output).toContainText(/invert\s*true/);
    await page.getByRole('combobox', { name: 'Weights' }).selectOption('709');
    await expect(output).toContainText(/mode\s*709/);
    await page.getByRole('button', { name: 'Again' }).click();
    await page.getByRole('button', { name: 'Again' }).click();
    await expect(output).toContainText(/again\s*2/);

    // It is remembered on this device, and the next run begins there.
    await run(page, 'threshold');
    await expect(control).toHaveValue('240');
    await expect.poll(() => brightest(639, 399)).toBe(0);
    await page.getByRole('button', { name: 'Reset controls' }).click();
    await expect(control).toHaveValue('128');
    await expect.poll(() => brightest(639, 399)).toBe(255);
  },
);

test('a file stays on the device, and one that is too large or none is refused in words', async ({
  page,
}) => {
  await run(page, 'threshold');
  const requests: string[] = [];
  page.on('request', (request) => {
    // A Worker of the browser's own, for its file chooser, asks for nothing.
    if (request.method() !== 'GET') requests.push(request.url());
  });
  const chooser = page.getByLabel('Your picture');
  const file = (name: string, mimeType: string, bytes: number) => ({
    name,
    mimeType,
    buffer: Buffer.alloc(bytes),
  });
  await chooser.setInputFiles(file('large.png', 'image/png', 5000));
  await expect(page.getByRole('alert')).toHaveText(
    'large.png was not taken: it has 5 KiB, and at most 4 KiB are taken.',
  );
  await chooser.setInputFiles(file('notes.txt', 'text/plain', 10));
  await expect(page.getByRole('alert')).toContainText('notes.txt was not taken: its type is text/');
  await chooser.setInputFiles(file('a.png', 'image/png', 100));
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('.control.file')).toContainText('a.png, 100 bytes.');
  await expect(page.locator('.console')).toContainText(/picture\s*a\.png\s*100/);
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await expect(chooser).toBeFocused();
  await expect(page.locator('.console')).toContainText(/picture\s*null\s*null/);
  expect(requests).toEqual([]);
});

test(
  'a byte that is changed at the end of the run is seen on the canvas of the program',
  { tag: '@firefox' },
  async ({ page }) => {
    await run(page, 'small');
    await page.getByRole('combobox', { name: 'ImageData' }).selectOption({ index: 1 });
    await stage(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    // Green of the pixel at 1, 0, which the program set to 254.
    await page.getByRole('button', { name: 'byte 5, green, hex FE, 254' }).click();
    await page.getByRole('switch', { name: 'bit 7,' }).click();
    await expect(page.getByRole('button', { name: 'byte 5, green, hex 7E, 126' })).toBeVisible();
    expect((await pixel(page, 'after', 1, 0))[1]).toBe(126);
    await page.getByRole('button', { name: 'Look at the canvas' }).click();
    await expect(page.locator('.console')).toContainText(/^.*\d+,126,\d+,255/);
  },
);

test('the picture is saved by the reader’s click', async ({ page }) => {
  await run(page, 'small');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PNG' }).click();
  expect((await download).suggestedFilename()).toBe('bytescope.png');
});

test('room is kept for the output before there is any', async ({ page }) => {
  await page.goto(site.url('threshold'));
  const frame = page.locator('.output-frame');
  const before = await frame.boundingBox();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.bench-bar')).toContainText('Finished');
  const after = await frame.boundingBox();
  expect(after?.height).toBe(before?.height);
  const canvas = page.frameLocator('.output-frame iframe:not([aria-hidden])').locator('canvas');
  expect(
    await canvas.evaluate((element) => {
      const { bottom } = element.getBoundingClientRect();
      return bottom <= innerHeight && document.documentElement.scrollHeight <= innerHeight;
    }),
  ).toBe(true);
});

test('axe finds nothing, wide or narrow, in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 1100 });
  await run(page, 'threshold');
  for (const width of [390, 1440])
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 1100 });
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const { violations } = await new AxeBuilder({ page })
        .include('.bench')
        .setLegacyMode()
        .options({ resultTypes: ['violations'], iframes: false })
        .analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
        `${width} px, ${theme}`,
      ).toEqual([]);
      const isWide = await page.evaluate(
        () =>
          document.querySelector('.pixels')!.scrollWidth >
          document.querySelector('.pixels')!.clientWidth,
      );
      expect(isWide).toBe(false);
    }
});

test('in forced colours and at 320 px it still stands', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.emulateMedia({ forcedColors: 'active' });
  await run(page, 'threshold');
  const overflow = await page
    .locator('.pixels')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBe(0);
  await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
});

test('no object URL outlives its run, in a Worker or on a page', async ({ page, context }) => {
  // A Blob that nobody but an address holds is counted by the browser itself.
  const internals = await context.newPage();
  const kept = async (length: string): Promise<number> => {
    await internals.goto('chrome://blob-internals');
    return await internals.getByText(`Length: ${length}`, { exact: true }).count();
  };
  await page.goto('/lessons/blob/');
  const leak = new BenchPage(page, 'blob/leak');
  for (let runs = 0; runs < 2; runs++) {
    await leak.run.click();
    await expect.poll(() => leak.rows()).toHaveLength(3);
    await expect.poll(() => kept('250,000')).toBe(3);
  }
  await page.goto(site.url('addresses'));
  await expect.poll(() => kept('250,000')).toBe(0);
  for (let runs = 0; runs < 2; runs++) {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('.bench-bar')).toContainText('Finished');
    await expect.poll(() => kept('12,345')).toBe(3);
  }
  await page.goto('about:blank');
  await expect.poll(() => kept('12,345')).toBe(0);
});

test.describe('the lesson', () => {
  const LESSON = '/lessons/pixels/';
  const root = path.join(import.meta.dirname, '..');

  inEachLanguage(() => {
    test(
      'a threshold over a picture that the reader brings',
      { tag: '@firefox' },
      async ({ page, words }) => {
        const { pixels, controls } = words;
        const label = (name: string) => words.control('pixels', 'slider', name);
        await page.goto(words.path(LESSON));
        const bench = new BenchPage(page, 'pixels/slider');
        const finished = anyNumber((n) => words.bench.finished(n, n));
        await bench.run.click();
        await expect(bench.status).toHaveText(finished);
        const summary = bench.root.locator('.px-summary').first();
        await expect(summary).toContainText('640 × 400');
        await bench.root
          .getByLabel(label('picture'), { exact: true })
          .setInputFiles(path.join(root, 'public/media/lake-327x125.png'));
        await bench.run.click();
        await expect(summary).toContainText('327 × 125');
        const line = bench.root
          .locator('.px-histogram')
          .getByRole('slider', { name: label('threshold') });
        await line.fill('0');
        await expect(bench.root.locator('[data-px="below"]')).toHaveText(pixels.below(0));
        // Back to the site's own.
        await bench.root.getByRole('button', { name: controls.removeFile }).click();
        await bench.run.click();
        await expect(summary).toContainText('640 × 400');
      },
    );
  });

  test('each exercise: what is given fails, and the solution passes', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(LESSON);
    for (const name of ['lower-half', 'threshold', 'grayscale']) await solve(page, name);
  });

  test.describe('in Korean', () => {
    test.use({ language: 'ko', locale: 'ko' });

    test('an exercise fails as it is given, and is solved', async ({ page, words }) => {
      await page.goto(words.path(LESSON));
      await solve(page, 'threshold');
    });
  });

  const solve = (page: Page, name: string) => {
    const file = `src/lessons/pixels/exercises/${name}/solution.js`;
    const solution = readFileSync(path.join(root, file), 'utf8');
    return new ExercisePage(page, 'pixels', name).solve(solution.trimEnd());
  };
});

test('a page that waits for its program is as large as it is shown: what it measures first is right', async ({
  page,
}) => {
  await page.goto('/lessons/pixels/');
  const bench = new BenchPage(page, 'pixels/layout-width');
  await bench.run.hover();
  const waiting = bench.root.locator('.output-mount iframe');
  await expect(waiting).toHaveAttribute('aria-hidden', 'true');
  const widths = await waiting.evaluate((frame) => [
    frame.getBoundingClientRect().width,
    frame.parentElement?.clientWidth,
  ]);
  expect(widths[0]).toBeGreaterThan(200);
  expect(widths[0]).toBe(widths[1]);
});

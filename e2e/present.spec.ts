/** Presenter mode: a bench alone in the window, by keys, by its bar, and by address. */
import AxeBuilder from '@axe-core/playwright';
import { BenchPage } from './pages/bench-page';
import { expect, test } from './support/test';

test.use({ viewport: { width: 1280, height: 720 } });

test.describe('where nothing more loads', () => {
  // The browser tells of each file, Astro of the island.
  test.use({ expectedErrors: [/Failed to load resource|Error hydrating/] });

  test('a bench whose code never comes is presented all the same', async ({ page }) => {
    await page.route(/\/_astro\/(Bench|client)\.[^/]*\.js/, (route) => route.abort());
    await page.goto('/lessons/views/');
    const bench = new BenchPage(page, 'views/one-buffer');
    await bench.root.hover();
    await bench.root.locator('[data-action="present"]').click();
    await expect(page.getByRole('region', { name: 'Presentation' })).toContainText('One buffer');
    await expect(bench.root).not.toHaveAttribute('data-hydrated');
  });
});

test('a teacher presents a bench, steps, edits, goes on to the next, and comes back', async ({
  page,
}) => {
  await page.goto('/lessons/views/');
  const bench = new BenchPage(page, 'views/one-buffer');
  const bar = page.getByRole('region', { name: 'Presentation' });
  const status = page.locator('[data-present-status]');
  await bench.run.focus();
  await expect(bench.root).toHaveAttribute('data-hydrated');
  await page.keyboard.press('p');

  await expect(bar).toContainText('One buffer, five views');
  await expect(status).toHaveText(/^Presenting Bench: One buffer, five views, \d+ of \d+\./);
  await expect(bench.root).toBeFocused();
  await expect(page).toHaveURL(/#present=bench-views-one-buffer$/);
  // Nothing else is in reach.
  await expect(page.locator('.site-header')).toHaveJSProperty('inert', true);
  await page.locator('.bench:not([data-presented]) .run').first().focus();
  await expect(bench.root).toBeFocused();
  const filled = await bench.root.boundingBox();
  expect(filled?.x).toBe(0);
  expect(filled?.width).toBeGreaterThanOrEqual(1279);

  await page.keyboard.press('ArrowLeft');
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '17');
  await page.keyboard.press('ArrowRight');
  await expect(bench.slider).toHaveAttribute('aria-valuenow', '18');

  const lineHeight = async () => (await bench.code.locator('.ln').first().boundingBox())?.height;
  const before = (await lineHeight()) ?? 0;
  expect(before).toBeGreaterThan(22 * 1.25);
  await page.keyboard.press('+');
  await expect.poll(lineHeight).toBeGreaterThan(before);
  await bar.getByRole('button', { name: 'Smaller type' }).click();
  await expect.poll(lineHeight).toBeCloseTo(before);

  const axe = await new AxeBuilder({ page })
    .include('[data-presented]')
    .include('.present-bar')
    .setLegacyMode()
    .analyze();
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // The editor is as large as its pane, and a press finds its line.
  await bench.code.click({ position: { x: 120, y: 20 } });
  await expect(bench.root.locator('.monaco-editor .view-line').first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(bench.editor).toBeFocused();
  const pane = await bench.root.locator('.code-area').boundingBox();
  const editor = await bench.root.locator('.monaco-editor').first().boundingBox();
  // It counts in whole pixels.
  expect(Math.abs((editor?.width ?? 0) - (pane?.width ?? 0))).toBeLessThan(4);
  expect(Math.abs((editor?.height ?? 0) - (pane?.height ?? 0))).toBeLessThan(4);
  const line = bench.root.locator('.view-line', { hasText: 'new Uint32Array' });
  await line.click({ position: { x: 60, y: 10 } });
  const cursor = bench.root.locator('.cursors-layer .cursor').first();
  const top = async () => (await line.boundingBox())?.y ?? 0;
  await expect.poll(async () => (await cursor.boundingBox())?.y).toBeCloseTo(await top(), -1);
  // What is typed is no key of the presentation.
  await bench.write("console.log('on stage');\n");
  await page.keyboard.type('r');
  await expect(bench.root).toHaveAttribute('data-stale');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => bench.printed()).toEqual(['on stage :1']);

  await bench.run.focus();
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('Siblings, not parent and child');
  await expect(bench.root).not.toHaveAttribute('data-presented');
  await expect(page).toHaveURL(/#present=bench-views-family$/);

  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(status).toHaveText('Presentation ended.');
  await expect(page).toHaveURL(/\/lessons\/views\/$/);
  await expect(page.locator('[inert]')).toHaveCount(0);
  const family = new BenchPage(page, 'views/family');
  await expect(family.run).toBeFocused();
  await expect(family.run).toBeInViewport();
});

test('an address presents a bench, which keeps its answer until it is run', async ({ page }) => {
  await page.goto('/ko/lessons/views/#present=bench-views-create');
  const bar = page.getByRole('region', { name: '발표 화면' });
  const bench = new BenchPage(page, 'views/create');
  await expect(bar).toBeVisible();
  await expect(bench.root).toHaveAttribute('data-hydrated');
  await expect(bench.root.locator('.cover-note').first()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(bench.console).toBeHidden();
  // A Korean keyboard writes Hangul.
  await bench.root.dispatchEvent('keydown', { key: 'ㄱ', code: 'KeyR' });
  await expect(bench.console).toBeVisible();
  await expect(bench.console.getByRole('listitem').first()).toHaveText(/12/);
  // Back is a way out, too.
  await page.evaluate(() => {
    location.hash = '';
  });
  await expect(bar).toBeHidden();
  await bench.run.dispatchEvent('keydown', { key: 'ㅔ', code: 'KeyP' });
  await expect(bar).toBeVisible();
});

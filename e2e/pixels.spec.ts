import { expect, test } from './support/test';
import { startPixelsSite, type PixelsSite } from './support/pixels-site';

let site: PixelsSite;
test.beforeAll(async () => {
  site = await startPixelsSite();
});
test.afterAll(async () => {
  await site.close();
});

test('look', async ({ page }) => {
  for (const [snippet, theme, width] of [
    ['threshold', 'dark', 1440],
    ['threshold', 'light', 390],
    ['invert', 'light', 1440],
    ['small', 'dark', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 1100 });
    await page.goto(site.url(snippet, theme));
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.locator('.pixels')).toBeVisible();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `/tmp/px-${snippet}-${theme}-${width}.png`, fullPage: true });
  }
});

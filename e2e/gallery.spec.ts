/**
 * Every visualizer over fixed data, as it looks in each theme, beside a picture of how it looked
 * (e2e/gallery; docs/decisions/0028-pictures-of-visualizers.md). `npm run gallery` takes new ones.
 */
import { startPageSite, type PageSite } from './support/page-site';
import { expect, test } from './support/test';

const VISUALIZERS = [
  ...['memory', 'bits', 'timeline', 'number-circle', 'endianness', 'pixels'],
  ...['media-source', 'media-file', 'upload', 'messages', 'blobs'],
];

let site: PageSite;
test.beforeAll(async () => {
  site = await startPageSite('gallery-page', true);
});
test.afterAll(async () => {
  await site.close();
});

for (const theme of ['light', 'dark'] as const)
  test.describe(`in the ${theme} theme`, () => {
    test.use({
      colorScheme: theme,
      viewport: { width: 800, height: 900 },
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('visualizers look as they did', async ({ page }) => {
      await page.goto(site.url({ theme }));
      const sections = page.locator('main > section');
      await expect(sections).toHaveCount(VISUALIZERS.length);
      await page.evaluate(() => document.fonts.ready);
      for (const name of VISUALIZERS) {
        await expect.soft(page.locator(`#${name}`)).toHaveScreenshot([`${name}-${theme}.png`], {
          maxDiffPixelRatio: 0.03,
        });
      }
    });
  });

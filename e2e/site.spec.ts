/** Journeys through the frame: finding a lesson, reading it on any screen, in any theme, with little or no JavaScript. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';

/** Wide enough for the rail. */
test.use({ viewport: { width: 1440, height: 900 } });

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(247, 249, 248)';
const DARK = 'rgb(11, 16, 15)';

test('the map names fourteen lessons, and leads only to those that are written', async ({
  page,
}) => {
  await page.goto('/');
  const map = page.getByRole('region', { name: /Fourteen lessons/ });
  await expect(map.getByRole('listitem')).toHaveCount(14);
  const planned = map.getByRole('listitem').filter({ hasText: 'planned' });
  await expect(planned.first()).toBeVisible();
  await expect(planned.getByRole('link')).toHaveCount(0);
  await map.getByRole('link', { name: /ArrayBuffer and its views/ }).click();
  await expect(page).toHaveURL(LESSON);
  await expect(page.getByRole('banner')).toContainText('2 / 14');
});

test('a lesson lists its sections, and says which one is being read', async ({ page }) => {
  await page.goto(LESSON);
  const rail = page.getByRole('navigation', { name: 'Chapters and lessons' });
  await expect(rail.getByRole('link', { name: 'ArrayBuffer and its views' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  const section = rail.getByRole('link', { name: 'Pitfalls' });
  await section.click();
  await expect(page.getByRole('heading', { name: 'Pitfalls' })).toBeInViewport();
  await expect(section).toHaveAttribute('aria-current', 'location');
  await expect(rail.locator('[aria-current="location"]')).toHaveCount(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the chapter list is behind the menu, and closes when a section is chosen', async ({
    page,
  }) => {
    await page.goto(LESSON);
    await expect(page.getByRole('navigation', { name: 'Chapters and lessons' })).toBeHidden();
    await page.getByRole('button', { name: 'Open the lesson list' }).click();
    const menu = page.getByRole('dialog', { name: 'Chapters and lessons' });
    await expect(menu).toBeVisible();
    await menu.getByRole('link', { name: 'What to keep' }).click();
    await expect(menu).toBeHidden();
    await expect(page.getByRole('heading', { name: 'What to keep' })).toBeInViewport();
  });
});

test('a question mark shows the keys, but not where one is typed', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.getByRole('textbox').click();
  await page.keyboard.press('?');
  await expect(keys).toBeHidden();
  await expect(page.getByRole('textbox')).toHaveValue(/\?/);
});

test('every page can be edited and corrected', async ({ page }) => {
  await page.goto(LESSON);
  await expect(page.getByRole('link', { name: 'Edit this page' })).toHaveAttribute(
    'href',
    /\/edit\/main\/src\/lessons\/views\/en\.mdx$/,
  );
  await expect(page.getByRole('link', { name: 'Report a mistake' })).toHaveAttribute(
    'href',
    /\/issues\/new\?title=.*ArrayBuffer/,
  );
});

test.describe('the theme', () => {
  test.use({ colorScheme: 'light' });

  test('is the system’s, then the reader’s, and stays so', async ({ page }) => {
    await page.goto(LESSON);
    const button = page.getByRole('button', { name: /^Theme: / });
    await expect(button).toHaveAccessibleName('Theme: System');
    expect(await background(page)).toBe(LIGHT);
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: Light');
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: Dark');
    expect(await background(page)).toBe(DARK);
    await page.goto('/');
    await expect(button).toHaveAccessibleName('Theme: Dark');
    expect(await background(page)).toBe(DARK);
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: System');
    expect(await background(page)).toBe(LIGHT);
  });

  test('follows the system while the reader has not chosen', async ({ page }) => {
    await page.goto('/');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => background(page)).toBe(DARK);
  });

  test('never flashes: the first frame already has it', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      localStorage.setItem('bytescope:theme', 'dark');
    });
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const sample = () => {
        const body = document.querySelector('body');
        if (body) seen.push(getComputedStyle(body).backgroundColor);
        if (seen.length < 20) requestAnimationFrame(sample);
      };
      requestAnimationFrame(sample);
    });
    await page.goto(LESSON);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.length))
      .toBe(20);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    // A frame before the stylesheet has come is transparent; none is light.
    expect([...new Set(seen)].filter((color) => color !== 'rgba(0, 0, 0, 0)')).toEqual([DARK]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

  test('a lesson reads whole: text, code, memory and output', async ({ page }) => {
    await page.goto(LESSON);
    const bench = page.locator('[data-bench="views/one-buffer"]');
    await expect(bench.locator('.code')).toContainText('new Float32Array(buffer)');
    await expect(bench.getByRole('gridcell').first()).toBeVisible();
    await expect(bench.locator('.console')).toContainText('255');
    await expect(page.getByRole('button', { name: /^Theme: / })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Keyboard' })).toBeHidden();
    await expect(page.locator('body')).toHaveCSS('background-color', DARK);
    // What lets far benches wait is for a script to end, so without one none waits.
    await expect(page.locator('[data-bench]').last()).toHaveCSS('content-visibility', 'visible');
  });
});

test('nothing moves when the fonts arrive late', async ({ browser, baseURL }) => {
  for (const path of ['/', LESSON]) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1200));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: { value: number; nodes: string[] }[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        })[])
          shifts.push({
            value: entry.value,
            nodes: entry.sources.map(({ node }) => node?.parentElement?.className ?? ''),
          });
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto((baseURL ?? '') + path);
    // The test would prove nothing had no font come.
    await expect
      .poll(() => page.evaluate(() => document.fonts.check('500 16px "Plex Mono"')))
      .toBe(true);
    await page.evaluate(() => document.fonts.ready);
    // A shift is reported after the frame that shows it: one frame to draw the fonts, one to be past it, and a task.
    await page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
        ),
    );
    expect(await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts)).toEqual(
      [],
    );
    await page.close();
  }
});

for (const width of [320, 390, 720, 721, 1080, 1081, 1360, 1361, 1920])
  test(`no page scrolls sideways at ${String(width)} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', LESSON, '/progress/', '/404.html']) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(width);
    }
  });

test('a value in the text lights its cell before any island has loaded', async ({ page }) => {
  await page.goto(LESSON);
  const bench = page.locator('[data-bench="views/one-buffer"]');
  const word = page.locator('.ref[data-cell="i16[4]"]').first();
  // While the benches above are laid out, the word may still move from under the pointer.
  await word.scrollIntoViewIfNeeded();
  await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
  await word.hover();
  await expect(bench.locator('.byte.hot')).toHaveCount(2);
  await expect(bench.locator('.byte.hot').first()).toHaveAttribute('data-b', '8');
});

test.describe('on paper', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 690, height: 900 } });

  // Print media at the width of an A4 sheet between its margins.
  test('a lesson is prose, code and memory, dark on light', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.locator('html')).toHaveAttribute('data-arriving');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-bench]').last()).toHaveCSS('content-visibility', 'visible');
    expect(await background(page)).toBe('rgb(255, 255, 255)');
    await expect(page.locator('.site-header')).toBeHidden();
    await expect(page.getByRole('navigation')).toHaveCount(0);
    const bench = page.locator('[data-bench="views/one-buffer"]');
    await expect(bench.locator('.code')).toBeVisible();
    await expect(bench.getByRole('gridcell').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  });
});

test('a search engine and a chat window find what they need', async ({ page, request }) => {
  await page.goto(LESSON);
  const attribute = (selector: string, name: string) => page.locator(selector).getAttribute(name);
  expect(await attribute('link[rel="canonical"]', 'href')).toMatch(/\/lessons\/views\/$/);
  expect(await attribute('meta[name="description"]', 'content')).toMatch(/^.{50,180}$/);
  const alternates = page.locator('head link[hreflang]');
  expect(
    await alternates.evaluateAll((links) =>
      links.map((link) => [
        link.getAttribute('hreflang'),
        new URL((link as HTMLLinkElement).href).pathname,
      ]),
    ),
  ).toEqual([
    ['en', LESSON],
    ['ko', `/ko${LESSON}`],
    ['x-default', LESSON],
  ]);
  expect(await attribute('meta[property="og:locale:alternate"]', 'content')).toBe('ko_KR');
  const image = new URL((await attribute('meta[property="og:image"]', 'content')) ?? '');
  for (const path of [image.pathname, image.pathname.replace('/cards/', '/cards/ko-')]) {
    const card = await request.get(path);
    expect(card.headers()['content-type']).toBe('image/png');
  }
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  expect(sitemap).toContain('/ko/lessons/views/</loc>');
  expect(sitemap).toMatch(/hreflang="ko" href="[^"]*\/ko\/lessons\/views\/"/);
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap-index.xml');
});

test.describe('the first key on the page', () => {
  test('skips to the text', async ({ page }) => {
    await page.goto(LESSON);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });
});

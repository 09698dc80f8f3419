/**
 * Journeys to a place within a lesson: by the chapter list, by an address that names a section, by a link to some
 * words, back and forward. A lesson that has just arrived has not laid out its far benches (src/loader/arrival.ts), so
 * most of these come at once, when heights are still guesses.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';

/** The rail at one width, the menu behind a button at the other. */
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** Ids of the lesson's sections, in order. */
async function sectionIds({ request }: Page): Promise<string[]> {
  const [main = ''] = (await (await request.get(LESSON)).text()).split('</main>');
  const ids = [...main.matchAll(/<h2[^>]* id="([^"]+)"/g)].map(([, id = '']) => id);
  expect(ids.length).toBeGreaterThan(4);
  return ids;
}

/** Every second section at one width and the others at the other: a page load for each takes its time. */
const half = (ids: readonly string[], width: number): readonly string[] =>
  ids.filter((_, index) => (index % 2 === 0) === (width === SCREENS[0].width));

/** A lesson as it arrives, from another document. */
async function arrive(page: Page, hash = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(LESSON + hash);
}

async function choose(page: Page, id: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Chapters and lessons' });
  if (!(await rail.isVisible())) {
    // Pressed where it is: to click it by its name scrolls the page first, since the header it is in is sticky.
    const menu = await page.getByRole('button', { name: 'Open the lesson list' }).boundingBox();
    await page.mouse.click((menu?.x ?? NaN) + 10, (menu?.y ?? NaN) + 10);
  }
  await page.locator(`[data-sections] a[href$="#${id}"]`).filter({ visible: true }).click();
}

/**
 * How far, once nothing moves, the heading is from its place, 16 px under the header. A page that has come to its end
 * cannot bring the last headings up there: anywhere in the window is their place then.
 */
function missedBy(page: Page, id: string): Promise<number> {
  return page.evaluate(async (heading) => {
    const stillFor = 12;
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const top = () => document.getElementById(heading)?.getBoundingClientRect().top ?? NaN;
    for (let still = 0, before = NaN; still < stillFor;) {
      await nextFrame();
      still = top() === before ? still + 1 : 0;
      before = top();
    }
    const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? NaN;
    // Adding nothing turns -0 into 0.
    const missed = Math.round(top() - header - 16) + 0;
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    return atEnd && missed > 0 && top() < innerHeight ? 0 : missed;
  }, id);
}

/**
 * Firefox aims at a fragment again and again while a page arrives, and each time may go a pixel further: 300, 301, 302 for
 * a place at 300.8, with nothing else moving. By how many depends on when fonts and styles come.
 */
const pixelsOff = (page: Page): number =>
  page.context().browser()?.browserType().name() === 'firefox' ? 2 : 0;

/** A jump may begin a frame or more after what asked for it, so it is asked about until it has arrived. */
const expectAt = (page: Page, id: string) =>
  expect
    .poll(
      async () => {
        const missed = await missedBy(page, id);
        return missed < 0 && missed >= -pixelsOff(page) ? 0 : missed;
      },
      { message: `the heading #${id} is in its place` },
    )
    .toBe(0);

for (const viewport of SCREENS)
  test.describe(`at ${String(viewport.width)} px a section is reached`, () => {
    test.use({ viewport });
    // A page load and a smooth scroll for each of a dozen sections.
    test.slow();

    test('by the chapter list, as soon as the page is there', async ({ page }) => {
      for (const id of half(await sectionIds(page), viewport.width)) {
        await arrive(page);
        // Else this would only try pages that have been laid out.
        await expect(page.locator('html')).toHaveAttribute('data-arriving');
        await choose(page, id);
        await expectAt(page, id);
      }
    });

    test('by its address', { tag: '@firefox' }, async ({ page }) => {
      for (const id of half(await sectionIds(page), viewport.width)) {
        await arrive(page, `#${id}`);
        await expectAt(page, id);
      }
    });

    test('by a fragment typed where the page is open', async ({ page }) => {
      for (const id of half(await sectionIds(page), viewport.width)) {
        await arrive(page);
        await expect(page.locator('html')).toHaveAttribute('data-arriving');
        await page.evaluate((hash) => {
          location.hash = hash;
        }, id);
        await expectAt(page, id);
      }
    });

    test('back and forward again', async ({ page }) => {
      // A few are enough here: what a long way does to a jump is asked above.
      const ids = half(await sectionIds(page), viewport.width).slice(-4);
      await arrive(page);
      for (const id of ids) {
        await choose(page, id);
        await expectAt(page, id);
      }
      for (const id of ids.slice(0, -1).reverse()) {
        await page.goBack();
        await expectAt(page, id);
      }
      for (const id of ids.slice(1)) {
        await page.goForward();
        await expectAt(page, id);
      }
    });

    test('back from another page, and when the page is loaded again', async ({ page }) => {
      for (const id of (await sectionIds(page)).slice(-3)) {
        await arrive(page);
        await choose(page, id);
        await expectAt(page, id);
        await page.goto('/');
        await page.goBack();
        await expectAt(page, id);
        await page.reload();
        await expectAt(page, id);
      }
    });
  });

test.describe('a place that is no section', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('is kept when the reader comes back to it', { tag: '@firefox' }, async ({ page }) => {
    await page.goto(LESSON);
    await page.mouse.move(200, 400);
    await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
    await page.evaluate(() => {
      scrollTo({ top: 9000, behavior: 'instant' });
    });
    await page.goto('/');
    // Not by `page.goBack`, which waits for a load: Firefox may bring the page back from its memory, without one.
    await page.evaluate(() => {
      setTimeout(() => history.back());
    });
    // The page that asks may be on its way out.
    await expect(async () => {
      const place = await page.evaluate(() => [location.pathname, Math.round(scrollY)]);
      expect(place).toEqual([LESSON, 9000]);
    }).toPass({ timeout: 20_000 });
  });

  test('is found by a link to its words', async ({ page }) => {
    await arrive(page, '#:~:text=What%20to%20keep');
    await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
    await expect(page.getByRole('heading', { name: 'What to keep' })).toBeInViewport();
  });

  test('stays in place while what is above it is laid out', async ({ page }) => {
    await page.goto(LESSON);
    const last = page.getByRole('heading', { level: 2 }).last();
    // By a script, so that no press or key lays out the page first.
    await last.evaluate((heading) => {
      heading.scrollIntoView({ behavior: 'instant', block: 'center' });
    });
    await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
    await expect(last).toBeInViewport();
  });
});

test('every bench is laid out once the reader scrolls, then rests at its height, and nothing shifts', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(LESSON);
  const skipped = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('[data-bench]')].filter(
          (bench) => getComputedStyle(bench).contentVisibility === 'auto',
        ).length,
    );
  expect(await skipped()).toBeGreaterThan(5);
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 240);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-arriving');
  await expect(html).toHaveAttribute('data-settled');
  const heights = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-bench]')].map((bench) => bench.clientHeight),
    );
  const atRest = await heights();
  expect(await skipped()).toBeGreaterThan(atRest.length / 2);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);

  await page.addStyleTag({ content: '.bench { content-visibility: visible !important; }' });
  expect(await skipped()).toBe(0);
  expect(await heights()).toEqual(atRest);
});

test('a bench that has the focus does not begin to rest', async ({ page }) => {
  await page.goto(LESSON);
  const last = page.locator('[data-bench]').last();
  await last.locator('.run').evaluate((run: HTMLElement) => run.focus({ preventScroll: true }));
  await page.mouse.wheel(0, 40);
  await expect(page.locator('html')).toHaveAttribute('data-settled');
  await expect(last.locator('.run')).toBeFocused();
  await expect(last).not.toHaveAttribute('data-rests');
  await expect(page.locator('[data-bench][data-rests]').nth(3)).toBeAttached();
});

test('a narrower window has its benches laid out for it', async ({ page }) => {
  await page.goto(`${LESSON}#pitfalls`);
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-settled');
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const changes = await html.evaluateHandle((root) => {
    const seen: boolean[] = [];
    new MutationObserver(() => seen.push(root.hasAttribute('data-settled'))).observe(root, {
      attributes: true,
      attributeFilter: ['data-settled'],
    });
    return seen;
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => changes.jsonValue()).toEqual([false, true]);
  const atRest = await height();
  await page.addStyleTag({ content: '.bench { content-visibility: visible !important; }' });
  expect(await height()).toBe(atRest);
});

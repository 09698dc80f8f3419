/** Journeys between the languages: who changes stays where they were, and who might want to is asked once. */
import type { Locator, Page } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import { painted } from './support/painted';
import { expect, test } from './support/test';

const LESSON = '/lessons/views/';
const KOREAN = '/ko/lessons/views/';
const BENCH = 'views/one-buffer';

test.use({ viewport: { width: 1440, height: 900 } });

const languages = (page: Page, name: string) => page.getByRole('navigation', { name });
const toTop = (place: Locator) =>
  place.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
/** By the mouse alone: to press on the header, the test's own click scrolls the page under it. */
async function press(page: Page, link: Locator): Promise<void> {
  const box = await link.boundingBox();
  if (box === null) throw new Error('The link is not on the screen.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
const topOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().top);
/** Scrolls are animated, and what is above may be laid out meanwhile. @returns where it has come to rest */
async function restOf(place: Locator): Promise<number> {
  let top = NaN;
  let equal = 0;
  await expect
    .poll(async () => {
      // Two frames at least between two looks, however busy the machine is.
      await painted(place.page());
      await painted(place.page());
      const earlier = top;
      top = await topOf(place);
      equal = top === earlier ? equal + 1 : 0;
      return equal;
    })
    .toBeGreaterThan(2);
  return top;
}

test(
  'the language changes, and the place, the code and the step stay, both ways',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto(LESSON);
    await page.evaluate(() => {
      const draft = { source: 'console.log("kept");\n', base: '0', tab: 't', savedAt: 1 };
      localStorage.setItem(
        'bytescope:draft:views/grow',
        JSON.stringify({ v: 1, current: draft, others: [] }),
      );
    });
    const english = new BenchPage(page, BENCH);
    await english.slider.press('Home');
    for (let step = 1; step < 3; step += 1) await english.slider.press('ArrowRight');
    await expect(english.slider).toHaveAttribute('aria-valuenow', '3');
    await expect(page.locator('html')).not.toHaveAttribute('data-arriving');
    await page.mouse.wheel(0, 60);
    const bench = page.locator(`[data-bench="${BENCH}"]`);
    const before = await restOf(bench);

    await press(page, languages(page, 'Language').getByRole('link', { name: '한국어' }));
    await expect(page).toHaveURL(KOREAN);
    const slider = page.locator(`[data-bench="${BENCH}"] .scope`);
    await expect(slider).toHaveAttribute('aria-valuenow', '3');
    await expect.poll(() => topOf(bench)).toBeCloseTo(before, -1);
    await expect(page.locator('[data-bench="views/grow"] .code')).toContainText('kept');

    // A section, whose heading has another id here.
    const heading = page.getByRole('heading', { name: '빠지기 쉬운 함정' });
    await toTop(heading);
    await slider.press('ArrowRight');
    // A scroll to what takes the focus goes on after one that is told to be at once.
    await restOf(bench);
    await toTop(heading);
    await press(page, languages(page, '언어').getByRole('link', { name: 'EN' }));
    await expect(page).toHaveURL(LESSON);
    await expect(page.getByRole('heading', { name: 'Pitfalls' })).toBeInViewport();
    // It was out of sight, so it opens as the lesson has it.
    await expect(english.slider).not.toHaveAttribute('aria-valuenow', '4');
  },
);

test('a page that is opened by itself afterwards opens at its top', async ({ page }) => {
  await page.goto(LESSON);
  await toTop(page.getByRole('heading', { name: 'Pitfalls' }));
  await press(page, languages(page, 'Language').getByRole('link', { name: '한국어' }));
  await expect(page.getByRole('heading', { name: '빠지기 쉬운 함정' })).toBeInViewport();
  await page.goto(LESSON);
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

test.describe('for a browser that asks for Korean', () => {
  test.use({ locale: 'ko-KR' });

  test('a page in English offers it in Korean, until it is declined, and nothing moves', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
        const root = document.documentElement;
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        root.dataset['shift'] = String(Number(root.dataset['shift'] ?? 0) + sum);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('/');
    const offer = page.getByRole('link', { name: '이 페이지를 한국어로 읽기' });
    await expect(offer).toBeVisible();
    await expect(page.locator('[data-offer]')).toHaveAttribute('lang', 'ko');
    // In a landmark, as all of a page is.
    await expect(page.getByRole('complementary', { name: '언어' })).toBeVisible();
    await expect(page).toHaveURL('/');
    expect(await page.locator('html').getAttribute('data-shift')).toBeNull();
    await page.getByRole('button', { name: '닫고 다시 묻지 않기' }).click();
    await expect(offer).toBeHidden();
    await page.goto(LESSON);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('load');
    await expect(offer).toBeHidden();
  });

  test('the offer leads to the same place in Korean, where none is made', async ({ page }) => {
    await page.goto(LESSON);
    await page.getByRole('link', { name: '이 페이지를 한국어로 읽기' }).click();
    await expect(page).toHaveURL(KOREAN);
    await page.waitForLoadState('load');
    await expect(page.locator('[data-offer]')).toBeHidden();
    expect(
      await page.evaluate(async () => {
        await document.fonts.load('600 17px "Plex Sans KR"', '뷰');
        return [...document.fonts]
          .filter(({ family, status }) => family.includes('Plex Sans KR') && status === 'loaded')
          .map(({ weight }) => weight)
          .sort();
      }),
    ).toEqual(['400 500', '600 700']);
  });
});

for (const width of [320, 390, 768])
  test(`the header stands in one row on a screen of ${width} px, in both languages`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/ko/', LESSON, KOREAN]) {
      await page.goto(path);
      const { overflow, rows } = await page.evaluate(() => {
        const header = document.querySelector('.site-header') as HTMLElement;
        const { bottom } = header.getBoundingClientRect();
        const parts = [...header.querySelectorAll<HTMLElement>('a, button')]
          .filter((part) => part.checkVisibility())
          .map((part) => part.getBoundingClientRect());
        return {
          overflow: document.documentElement.scrollWidth - innerWidth,
          rows: parts.every((part) => part.top >= 0 && part.bottom <= bottom),
        };
      });
      expect({ path, overflow, rows }).toEqual({ path, overflow: 0, rows: true });
    }
  });

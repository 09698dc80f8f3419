/** The exercises of the upload lesson: the first by keyboard alone; and the page on a phone. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';
import { seen } from './support/words';

const LESSON = '/lessons/upload/';
const EXERCISES = ['honest-progress', 'backpressure', 'resume', 'transfer'] as const;

const fileOf = (exercise: string, name: string) =>
  readFileSync(
    new URL(`../src/lessons/upload/exercises/${exercise}/${name}.js`, import.meta.url),
    'utf8',
  );

/** Puts code into the editor, which is open, in place of what stands there. */
async function replaceCode(page: Page, code: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

test.describe('exercises', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test.setTimeout(120_000);

  inEachLanguage(() => {
    test(
      'the first is solved with a keyboard alone',
      { tag: '@firefox' },
      async ({ page, words }) => {
        await page.goto(words.path(LESSON));
        const exercise = new ExercisePage(page, 'upload', 'honest-progress');
        await exercise.check.focus();
        await page.keyboard.press('Enter');
        const { mistakes } = await words.checks('upload', 'honest-progress');
        const { why = '' } = mistakes['loaded'] ?? {};
        await expect(exercise.root.getByText(seen(why))).toBeVisible({ timeout: 30_000 });

        await exercise.code.focus();
        await page.keyboard.press('Enter');
        await expect(exercise.editor).toBeFocused({ timeout: 20_000 });
        await replaceCode(page, fileOf('honest-progress', 'solution.while'));
        await page.keyboard.press('Escape');
        await exercise.check.focus();
        await page.keyboard.press('Enter');
        await expect(exercise.solved).toBeVisible({ timeout: 30_000 });
        await expect(exercise.check).toBeFocused();
      },
    );
  });

  for (const name of EXERCISES) {
    test(`${name}: what is given fails, and the solution passes`, async ({ page }) => {
      await page.goto(LESSON);
      const exercise = new ExercisePage(page, 'upload', name);
      await exercise.solve(fileOf(name, 'solution'));
    });
  }
});

test('on a phone the names of the two halves stand in one line each', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ko/lessons/upload/');
  const tabs = page.locator('.half-tabs').first().getByRole('tab');
  for (const tab of await tabs.all()) {
    const lines = await tab.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.firstChild ?? element);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  }
  await expect(tabs).toHaveCount(2);
});

test('on a phone nothing is too wide', async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  await page.goto(LESSON);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.close();
});

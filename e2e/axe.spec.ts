/** Accessibility by rule: axe finds nothing on any kind of page, narrow and wide, in both themes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DEFAULT_LOCALE } from '../src/i18n/locale.ts';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';
import { anyNumber, starting } from './support/words';

const PAGES = [
  ['the home page', '/'],
  ['a lesson', '/lessons/views/'],
  ['a lesson with Blobs', '/lessons/blob/'],
  ['a lesson with a number circle', '/lessons/signed/'],
  ['a lesson with a wiring figure', '/lessons/endianness/'],
  ['a lesson with a lab', '/lessons/upload/'],
  ['a lesson with pixels', '/lessons/pixels/'],
  ['a lesson with a media file', '/lessons/webm/'],
  ['a lesson with players', '/lessons/mse/'],
  ['the glossary', '/glossary/'],
  ['the page on the 2015 post', '/errata/'],
  ['the list of errors', '/errors/'],
  ['the playground', '/playground/'],
  ['the file inspector', '/inspect/'],
  ['the page on progress', '/progress/'],
  ['the page for who has no network', '/offline/'],
  ['a bench for other pages', '/embed/'],
  ['the 404 page', '/no-such-page/'],
] as const;

// A lesson has thousands of byte cells, and axe looks at each, four times.
test.describe.configure({ timeout: 300_000 });

/** What axe objects to, with the elements; frames are left out, since they hold what a snippet draws. */
async function findViolations(
  page: Page,
  { part = 'html', rules }: { part?: string; rules?: string[] } = {},
): Promise<string> {
  const builder = new AxeBuilder({ page })
    .include(part)
    .setLegacyMode()
    .options({ resultTypes: ['violations'], iframes: false });
  if (rules !== undefined) builder.withRules(rules);
  const { violations } = await builder.analyze();
  return violations
    .map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
    )
    .join('\n');
}

// The 404 page's own status is an error in the console.
test.use({ expectedErrors: [/status of 404/] });

/** What a theme can break; every other rule is looked at in one theme for each width. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** At once: a colour on its way from one theme to the other is in neither. */
async function changeScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}

/** The page as it is now, wide or narrow, in one theme. */
async function expectNoViolations(page: Page, width: number, scheme: 'light' | 'dark') {
  await page.setViewportSize({ width, height: 900 });
  await changeScheme(page, scheme);
  expect(await findViolations(page), `${width} px, ${scheme}`).toBe('');
}

inEachLanguage(() => {
  for (const [name, path] of PAGES) {
    test(`axe finds nothing on ${name}, wide or narrow, in either theme`, async ({
      page,
      words,
    }) => {
      await page.goto(words.path(path));
      await page.evaluate(() => document.fonts.ready);
      await expectNoViolations(page, 1440, 'light');
      // Colours are the same in every language.
      if (words.locale === DEFAULT_LOCALE) {
        await changeScheme(page, 'dark');
        expect(await findViolations(page, { rules: COLOUR_RULES }), '1440 px, dark').toBe('');
      }
      await expectNoViolations(page, 390, 'dark');
      if (words.locale === DEFAULT_LOCALE) {
        await changeScheme(page, 'light');
        expect(await findViolations(page, { rules: COLOUR_RULES }), '390 px, light').toBe('');
      }
    });
  }
});

test('a bench that is in use has nothing for axe to find either', async ({ page }) => {
  await page.goto('/lessons/views/');
  const bench = page.locator('[data-bench]').first();
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(bench.locator('.bench-bar').getByRole('status')).toHaveText(/^Finished/);
  expect(await findViolations(page)).toBe('');
});

test('progress that was set aside, told and reset has nothing for axe to find either', async ({
  page,
}) => {
  await page.goto('/progress/');
  await page.evaluate(() => localStorage.setItem('bytescope:progress', 'spoilt'));
  await page.reload();
  await expect(
    page.getByRole('button', { name: 'Save what was set aside', exact: true }),
  ).toBeVisible();
  await page.evaluate(() =>
    document.dispatchEvent(
      new CustomEvent('bytescope:progress', {
        detail: { kind: 'exercise', lesson: 'views', id: 'window', state: 'solved' },
      }),
    ),
  );
  await page.getByRole('button', { name: 'Reset progress' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await findViolations(page)).toBe('');
});

inEachLanguage(() => {
  test('an exercise has nothing for axe to find in any of its states', async ({ page, words }) => {
    const text = words.exercise;
    await page.goto(words.path('/lessons/views/'));
    const exercise = new ExercisePage(page, 'views', 'record');
    const find = () => findViolations(page, { part: '#exercise-record' });
    await exercise.check.click();
    await expect(exercise.status).toHaveText(anyNumber((passed) => text.score(passed, 5)));
    expect(await find()).toBe('');

    await exercise.root
      .getByRole('button', { name: anyNumber((byte) => text.showByte(byte)) })
      .click();
    for (const hint of text.hintNames) await exercise.hint(hint).click();
    await exercise.solution.click();
    await expect(exercise.root.getByRole('region', { name: text.diff })).toBeVisible();
    await exercise.root.locator('.attempts summary').click();
    expect(await find()).toBe('');

    await exercise.root.getByRole('button', { name: text.useSolution, exact: true }).click();
    await exercise.check.click();
    await expect(exercise.status).toHaveText(starting(text.score(5, 5)));
    expect(await find()).toBe('');
  });
});

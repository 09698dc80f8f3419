/** Accessibility by rule: axe finds nothing on any kind of page, narrow and wide, in both themes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ExercisePage } from './pages/exercise-page';
import { expect, test } from './support/test';

const PAGES = [
  ['the home page', '/'],
  ['a lesson', '/lessons/views/'],
  ['a lesson with Blobs', '/lessons/blob/'],
  ['a lesson with a number circle', '/lessons/signed/'],
  ['a lesson with a wiring figure', '/lessons/endianness/'],
  ['a lesson with a lab', '/lessons/upload/'],
  ['the page on progress', '/progress/'],
  ['the 404 page', '/no-such-page/'],
] as const;

// A lesson has thousands of byte cells, and axe looks at each.
test.describe.configure({ timeout: 180_000 });

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

for (const [name, path] of PAGES)
  for (const [width, scheme, otherScheme] of [
    [390, 'dark', 'light'],
    [1440, 'light', 'dark'],
  ] as const)
    test.describe(`${name} at ${width} px`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme: scheme });

      test('axe finds nothing, in either theme', async ({ page }) => {
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        expect(await findViolations(page), scheme).toBe('');
        await changeScheme(page, otherScheme);
        expect(await findViolations(page, { rules: COLOUR_RULES }), otherScheme).toBe('');
      });
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

test('an exercise has nothing for axe to find in any of its states', async ({ page }) => {
  await page.goto('/lessons/views/');
  const exercise = new ExercisePage(page, 'views', 'record');
  const find = () => findViolations(page, { part: '#exercise-record' });
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^\d of 5 checks pass/);
  expect(await find()).toBe('');

  await exercise.root.getByRole('button', { name: /^Show byte/ }).click();
  for (const hint of ['Where to look', 'What to use', 'Nearly the answer'])
    await exercise.hint(hint).click();
  await exercise.solution.click();
  await expect(exercise.root.getByRole('region', { name: /against the solution/ })).toBeVisible();
  await exercise.root.locator('.attempts summary').click();
  expect(await find()).toBe('');

  await exercise.root.getByRole('button', { name: 'Use it', exact: true }).click();
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^All 5 checks pass/);
  expect(await find()).toBe('');
});

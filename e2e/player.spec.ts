/** A reader opens a film by its elements, and a player by its appends, in the lessons themselves. */
import { readFileSync } from 'node:fs';
import { BenchPage } from './pages/bench-page';
import { ExercisePage } from './pages/exercise-page';
import { expect, inEachLanguage, test } from './support/test';

const solutionOf = (exercise: string) =>
  readFileSync(
    new URL(`../src/lessons/${exercise}/solution.js`, import.meta.url),
    'utf8',
  ).trimEnd();

inEachLanguage(() => {
  test('a film: an element, its bytes, its size; and the exercise about them', async ({
    page,
    words,
  }) => {
    const text = words.mediaFile;
    await page.goto(words.path('/lessons/webm/'));
    const file = page.getByRole('figure', { name: text.label('pattern-vp8.webm') });
    await file.scrollIntoViewIfNeeded();
    const tree = file.getByRole('tree');
    await tree.getByRole('treeitem', { name: /^DocType ?,/ }).click();
    // The island has fetched the file: all its keyframes are known.
    await expect(file.getByText(text.timelineSummary(4, 'webm', 4))).toBeVisible();
    await expect(tree.locator('[aria-selected="true"]')).toHaveAccessibleName(
      new RegExp(`^DocType ?, "webm" ?${text.offset}21$`),
    );
    await file.locator('[role=gridcell][data-o="5"]').click();
    await page.keyboard.press('ArrowDown');
    await expect(file.locator('.mf-dump [role=status]')).toHaveText(
      text.byte(21, '42', 'id', 'DocType', 'webm'),
    );

    await new ExercisePage(page, 'webm', 'top-level').solve(solutionOf('webm/exercises/top-level'));
  });

  test('a player: what is buffered when, and the exercise about it', async ({ page, words }) => {
    const text = words.mediaSource;
    await page.goto(words.path('/lessons/mse/'));
    const bench = new BenchPage(page, 'mse/by-fetch');
    await bench.run.scrollIntoViewIfNeeded();
    await bench.run.click();
    await expect.poll(() => bench.rows()).toHaveLength(2);
    const view = bench.root.getByRole('region', { name: text.label });
    await expect(
      view.getByText(text.ranges([{ start: 0, end: 12.02 }]), { exact: true }),
    ).toBeVisible();
    await bench.slider.focus();
    await page.keyboard.press('Home');
    await expect(view.getByText(text.emptyQueue)).toBeVisible();

    await new ExercisePage(page, 'mse', 'type-string').solve(
      solutionOf('mse/exercises/type-string'),
    );
  });
});

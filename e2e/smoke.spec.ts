/** The shortest journey, in every browser there is: a lesson opens, runs, and shows its bytes. */
import { BenchPage } from './pages/bench-page';
import { ExercisePage } from './pages/exercise-page';
import { expect, test } from './support/test';

test('a reader opens the lesson, presses Run, and sees bytes and console', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('link', { name: /ArrayBuffer and its views/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ArrayBuffer and its views');
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.run.click();
  await expect(bench.status).toHaveText(/^Finished/);
  expect((await bench.bytes()).slice(0, 2)).toEqual(['FF', '00']);
  expect((await bench.printed())[0]?.replace(/\s+/g, ' ')).toContain('255 255 255');
});

test('an attempt at an exercise is judged, and a right one solves it', async ({ page }) => {
  await page.goto('/lessons/views/');
  const exercise = new ExercisePage(page, 'views', 'window');
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass/);
  // As it was typed on an earlier visit: each engine's editor takes pasted text in its own way.
  await page.evaluate(() => {
    const source = 'const middle = (buffer) => new Uint32Array(buffer, 4, 2);';
    const current = { source, base: '', tab: 'earlier', savedAt: 1 };
    const slot = JSON.stringify({ v: 1, current, others: [] });
    localStorage.setItem('bytescope:draft:views/exercises/window', slot);
  });
  await page.reload();
  await exercise.check.click();
  await expect(exercise.solved).toBeVisible();
});

test('memory can be shared: the page and its realm are isolated as the server promises', async ({
  page,
}) => {
  await page.goto('/lessons/views/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('a page that does not exist says so, and leads home', async ({ page }) => {
  const response = await page.request.get('/no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('href="/"');
});

/** Blobs as tapes and the ledger of their addresses, stepped through as a reader does. */
import { expect, test } from './support/test';
import { BenchPage } from './pages/bench-page';

const LESSON = '/lessons/blob/';

test('the ledger grows with the steps, and says what is kept in memory', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'blob/leak');
  const ledger = bench.root.getByRole('table', { name: 'Object URLs' });
  await bench.slider.scrollIntoViewIfNeeded();
  await expect(ledger.getByRole('row')).toHaveCount(4);
  await expect(bench.root.getByText('3 URLs are live and keep 750,000 bytes')).toBeVisible();
  await bench.slider.focus();
  await page.keyboard.press('Home');
  await expect(ledger).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(bench.root.getByText('1 URL is live and keeps 250,000 bytes')).toBeVisible();
});

test('a slice on a tape leads to the step that made it', async ({ page }) => {
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'blob/slice');
  const tail = bench.root.getByRole('button', { name: /^slice tail, bytes 5 to 7, line 4/ });
  await tail.scrollIntoViewIfNeeded();
  await tail.focus();
  await page.keyboard.press('Enter');
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Step 4 of 7\. Blob\.slice/);
  await expect(tail).toHaveAttribute('aria-current', 'step');
  // What comes after this step is not there yet.
  await expect(bench.root.getByRole('button', { name: /^slice none/ })).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the tapes of the recorded run stand on the page', async ({ page }) => {
    await page.goto(LESSON);
    const tape = page
      .locator('[data-bench="blob/parts"]')
      .getByRole('group', { name: 'blob, 8 bytes' });
    await expect(tape.getByRole('listitem').first()).toContainText('text');
    await expect(tape).toContainText('bytes of u8');
  });
});

/** Blobs as tapes and the ledger of their addresses, stepped through as a reader does. */
import { BenchPage } from './pages/bench-page';
import { expect, inEachLanguage, test } from './support/test';
import { starting } from './support/words';

const LESSON = '/lessons/blob/';

inEachLanguage(() => {
  test(
    'the ledger grows with the steps, and says what is kept in memory',
    { tag: '@firefox' },
    async ({ page, words }) => {
      await page.goto(words.path(LESSON));
      const bench = new BenchPage(page, 'blob/leak');
      const ledger = bench.root.getByRole('table', { name: words.blobs.ledger });
      const held = (urls: number, bytes: number) =>
        bench.root.getByText(words.blobs.held(urls, words.blobs.bytes(bytes)));
      await bench.slider.scrollIntoViewIfNeeded();
      await expect(ledger.getByRole('row')).toHaveCount(4);
      await expect(held(3, 750_000)).toBeVisible();
      await bench.slider.focus();
      await page.keyboard.press('Home');
      await expect(ledger).toHaveCount(0);
      await page.keyboard.press('ArrowRight');
      await expect(held(1, 250_000)).toBeVisible();

      await test.step('a slice on a tape leads to the step that made it', async () => {
        const { slice, range, line } = words.blobs;
        const bench = new BenchPage(page, 'blob/slice');
        const tail = bench.root.getByRole('button', {
          name: starting(`${slice} tail, ${range(5, 8)}, ${line(4)}`),
        });
        await tail.scrollIntoViewIfNeeded();
        await tail.focus();
        await page.keyboard.press('Enter');
        await expect(bench.slider).toHaveAttribute(
          'aria-valuetext',
          starting(words.timeline.value(4, 7, 'Blob.slice')),
        );
        await expect(tail).toHaveAttribute('aria-current', 'step');
        // What comes after this step is not there yet.
        await expect(
          bench.root.getByRole('button', { name: starting(`${slice} none`) }),
        ).toHaveCount(0);
      });
    },
  );
});

test('what is pressed on a tape before its code is there is done when it is, and keeps the focus', async ({
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_astro\/StepBlobs\./, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(LESSON);
  const bench = new BenchPage(page, 'blob/slice');
  const tail = bench.root.getByRole('button', { name: /^slice tail/ });
  const asked = page.waitForRequest(/_astro\/StepBlobs\./);
  await tail.focus();
  await asked;
  await expect(bench.root).toHaveAttribute('data-hydrated');
  await page.keyboard.press('Enter');
  release();
  await expect(bench.slider).toHaveAttribute('aria-valuetext', /^Step 4 of 7/);
  await expect(tail).toBeFocused();
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

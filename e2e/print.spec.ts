/** A lesson on paper: an edition for pupils, with room for every answer, and one with answers. */
import { BenchPage } from './pages/bench-page';
import { expect, test } from './support/test';

test('pupils get empty rows, whatever the reader has done, and a teacher the answers', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // The browser's own dialog would wait for somebody.
    window.print = () => {
      document.title = document.documentElement.dataset['edition'] ?? '';
    };
  });
  await page.goto('/lessons/views/');
  const asked = new BenchPage(page, 'views/lost-write');
  const told = new BenchPage(page, 'views/one-buffer');
  await asked.run.click();
  await expect.poll(() => asked.printed()).toEqual(['9 :7', '0 :8']);

  await page.emulateMedia({ media: 'print' });
  const rows = (bench: BenchPage) => bench.console.getByRole('listitem');
  const cells = (bench: BenchPage) => bench.root.getByRole('gridcell');
  await expect(rows(told).first()).toBeVisible();
  await expect(rows(asked).first()).toBeHidden();
  await expect(asked.code).toBeVisible();
  await expect(cells(asked).first()).toBeVisible();
  await expect(cells(asked).first()).toHaveCSS('color', 'rgba(255, 255, 255, 0)');
  await expect(cells(told).first()).not.toHaveCSS('color', 'rgba(255, 255, 255, 0)');
  for (const chrome of ['.bench-bar .btn', '.trace', '.teaching', '.present-bar', '.q-print'])
    await expect(page.locator(chrome).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText(/^Bytescope, http.*\/lessons\/views\/$/)).toBeVisible();

  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(10);

  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Print with answers' }).click();
  await expect(page).toHaveTitle('answers');
  await page.emulateMedia({ media: 'print' });
  await expect(rows(asked).first()).toBeVisible();
  const quiz = page.locator('.quiz').first();
  await expect(quiz.locator('.q-print')).toBeVisible();
  await expect(quiz.locator('.q-because')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).not.toHaveAttribute('data-edition');

  await page.goto('/lessons/views/?answers');
  await expect(quiz.locator('.q-print')).toBeVisible();
});

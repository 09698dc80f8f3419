/** What a lesson page weighs: size-budget.json, measured in the browser. */
import { measureSize } from '../scripts/lib/measure-size.ts';
import { WEIGHED_BENCHES } from '../scripts/lib/site.ts';
import { findOverweight, readBudget } from '../scripts/lib/size-budget.ts';
import { expect, test } from './support/test';

for (const address of WEIGHED_BENCHES)
  test(`${address} stays within the size budget, and runs the editor only when asked`, async ({
    page,
    baseURL,
  }) => {
    // Two megabytes of editor are fetched, and every script is watched while it runs.
    test.setTimeout(150_000);
    const measured = await measureSize(page, `${baseURL ?? ''}${address}`);
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify(measured.bytes) });
    expect(findOverweight(readBudget(), measured.bytes)).toEqual([]);
    expect(measured.editorRanEarly).toEqual([]);
    // Or the line above would hold for a wrong list of files too.
    expect(measured.editorRanWhenAsked).not.toEqual([]);
  });

test('a question and the number circle fetch no bench', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('/lessons/signed/');
  await page.locator('.ncircle').first().hover();
  await page.locator('form[data-quiz]').first().hover();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => fetched.filter((path) => path.includes('quiz-form'))).toHaveLength(1);
  expect(fetched.filter((path) => /\/bench[.-]/.test(path))).toEqual([]);
});

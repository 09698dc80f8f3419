/** Without a network: what was read can be read, stepped and run again, and a new version is offered, never forced. */
import type { Page } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import { NEW_BUILD, shakySite, type ShakySite } from './support/shaky-site';
import { expect, test as base } from './support/test';

const test = base.extend<{ site: ShakySite }>({
  site: async ({ baseURL }, use) => {
    const site = await shakySite(Number(new URL(baseURL ?? '').port));
    await use(site);
    await site.close();
  },
});
// A line that is cut is an error in any console.
test.use({ serviceWorkers: 'allow', expectedErrors: [/Failed to load resource/] });

const keptIn = (page: Page, cache: string) =>
  page.evaluate(
    async (name) =>
      (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
    cache,
  );

/** Opens a page as a reader does who then moves, and waits until it is kept. */
async function read(page: Page, site: ShakySite, path: string): Promise<void> {
  await page.goto(site.origin + path);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => keptIn(page, 'bytescope-pages')).toContain(path);
}

test('a lesson that was read is there without a network: it steps, it runs, and the rest says that it is not', async ({
  page,
  context,
  site,
}) => {
  await read(page, site, '/lessons/views/');
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.run.click();
  await expect(bench.status).toHaveText(/^Finished/);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('byte order');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expect.poll(() => keptIn(page, 'bytescope-search')).toContain('/pagefind/words.en.json');

  await site.cut();
  await context.setOffline(true);
  await page.reload();
  await expect(bench.status).toHaveText(/recorded/i);
  await bench.step.click();
  await expect(bench.root.getByRole('slider')).toHaveAttribute('aria-valuenow', '1');
  // The realm's page is in the browser's own cache, since the lab says that it never changes.
  await bench.run.click();
  await expect(bench.status).toHaveText(/^Finished/);

  // The search was used before, so it is kept as a whole.
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('transfer');
  await expect(page.getByRole('option').first()).toContainText('transfer');
  await page.keyboard.press('Escape');

  await page.goto(`${site.origin}/ko/lessons/mse/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '이 기기에 저장되지 않은 페이지입니다',
  );
  await page.getByRole('main').getByRole('link', { name: 'ArrayBuffer and its views' }).click();
  await expect(page).toHaveURL(`${site.origin}/lessons/views/`);

  await context.setOffline(false);
  await site.mend();
  await page.goto(`${site.origin}/ko/lessons/mse/`);
  await expect(page.getByRole('main').locator('[data-bench]').first()).toBeVisible();
});

test('media of a lesson is there in parts and as a whole, and nobody pretends to be the lab', async ({
  page,
  context,
  site,
}) => {
  await read(page, site, '/lessons/upload/');
  await page.goto(`${site.origin}/lessons/webm/`);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => keptIn(page, 'bytescope-pages')).toContain('/lessons/webm/');
  await read(page, site, '/playground/');
  await site.cut();
  await context.setOffline(true);
  const answers = await page.evaluate(async () => {
    const kept = await (await caches.open('bytescope-files')).keys();
    const url = kept.map((each) => each.url).find((each) => each.includes('/media/')) ?? '';
    const part = await fetch(url, { headers: { Range: 'bytes=4-7' } });
    const whole = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const bytes = [...new Uint8Array(await part.arrayBuffer())];
    return { status: part.status, bytes, same: [...whole.slice(4, 8)] };
  });
  expect(answers.status).toBe(206);
  expect(answers.bytes).toEqual(answers.same);
  // The playground opens any lesson's programs.
  const programs = await page.evaluate(async () =>
    Object.keys((await (await fetch('/examples/views.json')).json()) as object),
  );
  expect(programs).toContain('views/one-buffer');
  // Nobody pretends to be the lab.
  const lab = await page.evaluate(() => fetch('/healthz').then(String, () => 'nobody'));
  expect(lab).toBe('nobody');
});

test('a new version is offered; what was typed is there after it', async ({ page, site }) => {
  await read(page, site, '/lessons/views/');
  const bench = new BenchPage(page, 'views/one-buffer');
  // Two megabytes of editor come while the page is being kept.
  await bench.code.click({ position: { x: 120, y: 20 } });
  await expect(bench.editor).toBeFocused({ timeout: 60_000 });
  await bench.write('console.log("kept");');
  await expect.poll(async () => (await keptIn(page, 'bytescope-editor')).length).toBeGreaterThan(5);

  site.publish();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const notice = page
    .getByRole('status')
    .filter({ hasText: 'A new version of this site is here.' });
  await notice.getByRole('button', { name: 'Later' }).click();
  await expect(notice).toHaveCount(0);
  // The focus goes back to where it was: it is not lost with the button.
  await expect(bench.editor).toBeFocused();
  // The next page offers it again. Nothing is taken meanwhile.
  await page.reload();
  await page.keyboard.press('ArrowDown');
  const reloaded = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await expect(page.getByText('"kept"').first()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => caches.keys()))
    .toContain(`bytescope-shell-${NEW_BUILD}`);
  const shells = await page.evaluate(async () =>
    (await caches.keys()).filter((name) => name.startsWith('bytescope-shell-')),
  );
  expect(shells).toHaveLength(1);
});

test('the page about progress keeps all lessons, lists what is kept, and removes it', async ({
  page,
  site,
}) => {
  await page.goto(`${site.origin}/progress/`);
  await page.keyboard.press('ArrowDown');
  const panel = page.getByRole('region', { name: 'Without a network' });
  await panel.getByRole('button', { name: 'Keep all lessons' }).click();
  await expect(panel.getByRole('status')).toHaveText(
    /^\d+ pages can be read without a network now\.$/,
    {
      timeout: 60_000,
    },
  );
  await panel.getByText('Kept pages').click();
  await expect(panel.getByRole('link', { name: 'Endianness' })).toBeVisible();
  await site.cut();
  await panel.getByRole('link', { name: 'Endianness' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Endianness');
  await page.goBack();
  await panel.getByRole('button', { name: 'Remove what is kept' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^Removed\./);
  await expect(panel.getByText('Nothing is kept.')).toBeVisible();
  expect(await keptIn(page, 'bytescope-pages')).toEqual([]);
});

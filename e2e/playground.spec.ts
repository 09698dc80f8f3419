/** The playground and the page that others embed, by what a reader does in them. */
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import { expect, test } from './support/test';

const button = (page: Page, name: string | RegExp) =>
  page
    .getByRole('group', { name: 'Program', exact: true })
    .getByRole('button', { name, exact: true });
const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name of the program' });
const bar = (page: Page) => page.locator('.bench-bar');
const run = (page: Page) => bar(page).getByRole('button', { name: 'Run', exact: true });
const finished = (page: Page) => expect(bar(page).getByRole('status')).toHaveText(/^Finished/);
const log = (page: Page) => page.getByRole('log', { name: 'Console' });

/** Types at the end of the program. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('.playground .code-area').click();
  const editor = page.getByRole('textbox', { name: /^Code: / });
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(text);
}

/** Serves one HTML file under each address of this machine, as somebody else's site would. */
async function hostFile(html: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** What a program in a downloaded file may want of whoever hosts it. It names nothing of a page, so it runs in a Worker. */
const WANTS = `
const tries = {
  storage: () => localStorage.getItem('secret'),
  cookie: () => globalThis.document.cookie,
  database: () => new Promise((resolve, reject) => {
    const opening = indexedDB.open('x');
    opening.onsuccess = resolve;
    opening.onerror = reject;
  }),
  caches: () => caches.keys(),
  files: () => navigator.storage.getDirectory(),
  fetch: () => fetch('/'),
};
for (const [name, attempt] of Object.entries(tries))
  await Promise.resolve().then(attempt).then(
    () => console.log(name, 'worked'),
    () => console.log(name, 'refused'),
  );
console.log(origin);`;
const REFUSED = ['storage', 'cookie', 'database', 'caches', 'files', 'fetch'].map(
  (name) => `${name} refused`,
);

async function violations(page: Page): Promise<string> {
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], iframes: false })
    .analyze();
  return found
    .map(({ id, nodes }) => `${id}\n  ${nodes.map((node) => node.html).join('\n  ')}`)
    .join('\n');
}

test('a reader writes programs, finds them again, throws one away and takes it back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/playground/');
  await expect(page.locator('.bench-bar').getByRole('status')).toHaveText(/^Recorded run/);
  await run(page).click();
  await finished(page);

  // An edit makes it one of the reader's programs; what it uses decides where it runs.
  await expect(button(page, 'Runs in a Worker, as a module')).toBeVisible();
  await typeAtEnd(page, '\ndocument.body.append("drawn");\nconsole.log("mine");');
  await expect(button(page, 'Runs in a page, as a module')).toBeVisible();
  await run(page).click();
  await expect(log(page)).toContainText('mine');
  await expect(
    page.locator('.output-mount iframe').first().contentFrame().locator('body'),
  ).toContainText('drawn');
  await nameOf(page).fill('drawing.js');
  await nameOf(page).press('Enter');
  await expect(nameOf(page)).toBeFocused();

  // Panes by keyboard; they are as they were after a reload, and so is the program.
  const separator = page.getByRole('separator', { name: 'Width of the code' });
  await separator.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(separator).toHaveAttribute('aria-valuenow', '40');
  await page.reload();
  await expect(nameOf(page)).toHaveValue('drawing.js');
  await expect(page.locator('.playground .view-lines')).toContainText('mine');
  await expect(separator).toHaveAttribute('aria-valuenow', '40');
  await separator.dblclick();
  await expect(separator).toHaveAttribute('aria-valuenow', '50');

  // An example stands beside it.
  await button(page, 'Examples').click();
  const examples = page.getByRole('dialog', { name: 'Examples from the lessons' });
  await examples.getByRole('searchbox').fill('views/create');
  await expect(examples.getByRole('status')).toHaveText('1 example');
  expect(await violations(page)).toBe('');
  await examples.getByRole('button', { name: /^Twelve bytes/ }).click();
  await expect(nameOf(page)).toHaveValue('create.js');
  await expect(button(page, 'Examples')).toBeFocused();
  await expect(page).toHaveURL(/\/playground\/\?example=views\/create$/);
  await run(page).click();
  await expect(log(page)).toContainText('undefined');

  // Back to the own one; thrown away, and taken back with all that was in it.
  await button(page, 'My programs').click();
  const programs = page.getByRole('dialog', { name: 'My programs' });
  await programs.getByRole('button', { name: /^drawing\.js/ }).click();
  await expect(nameOf(page)).toHaveValue('drawing.js');
  await expect(page).toHaveURL(/\/playground\/$/);
  await button(page, 'My programs').click();
  await programs.getByRole('button', { name: 'Delete: drawing.js' }).click();
  await expect(programs.getByRole('status')).toHaveText(/^drawing\.js is deleted/);
  await expect(programs.getByText('Deleted (1)')).toBeVisible();
  expect(await violations(page)).toBe('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(nameOf(page)).toHaveValue('drawing.js');
  await expect(page.locator('.playground .view-lines')).toContainText('mine');
  await run(page).click();
  await expect(log(page)).toContainText('mine');
  await finished(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await violations(page)).toBe('');
});

test('files go in, and a program comes out as a file that runs by itself', async ({
  page,
  context,
}, info) => {
  await page.goto('/playground/');
  // Pressed before any code has loaded.
  await button(page, 'My programs').click();
  await expect(page.getByRole('dialog', { name: 'My programs' })).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page, /^Runs in a Worker/).click();
  await page.getByLabel('Give it a file').setInputFiles({
    name: 'four.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([1, 2, 3, 250]),
  });
  await expect(page.getByText('four.bin is given to the program as controls.file.')).toBeVisible();
  await page.locator('[data-open-file]').setInputFiles({
    name: 'picture.js',
    mimeType: 'text/javascript',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  });
  await expect(page.getByText(/^picture\.js is not a text/)).toBeVisible();
  await typeAtEnd(
    page,
    `\nconsole.log(new Uint8Array(await controls.file.arrayBuffer()));${WANTS}`,
  );
  await run(page).click();
  await expect(log(page)).toContainText('[1, 2, 3, 250]');

  await expect(button(page, /^Runs in a Worker/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download').click(),
  ]);
  expect(download.suggestedFilename()).toBe('program.html');
  const saved = info.outputPath('program.html');
  await download.saveAs(saved);
  const file = await context.newPage();
  const asked: string[] = [];
  file.on('request', (request) => asked.push(request.url()));
  await file.goto(`file://${saved}`);
  await expect(file.locator('#console')).toContainText('Uint8Array(4) [1, 2, 3, 250]');
  await expect(file.locator('#status')).toHaveText('Done');
  expect(asked.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);

  // Where somebody hosts it, it gets nothing of theirs.
  const site = await hostFile(await readFile(saved, 'utf8'));
  await file.goto(site.url);
  await file.evaluate(() => localStorage.setItem('secret', 'x'));
  await file.locator('#run').click();
  await expect(file.locator('#status')).toHaveText('Done');
  const rows = await file.locator('#console li').allTextContents();
  expect(rows.slice(-REFUSED.length - 1)).toEqual([...REFUSED, 'null']);
  site.close();

  // One with a page of its own, dropped as a file: its document is its own, and an error has its line.
  const source = `document.body.append(document.querySelectorAll("*").length);
try { localStorage; } catch { console.log("no storage"); }
null.x;`;
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.of(7)], 'seven.bin'));
    dataTransfer.items.add(new File([text], 'page.js', { type: 'text/javascript' }));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
  }, source);
  await expect(nameOf(page)).toHaveValue('page.js');
  await expect(button(page, /^Runs in a page/)).toBeVisible();
  await expect(page.getByText('seven.bin is given to the program as controls.file.')).toBeVisible();
  const [second] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download').click(),
  ]);
  const pageFile = info.outputPath('page.html');
  await second.saveAs(pageFile);
  await file.goto(`file://${pageFile}`);
  await expect(file.locator('#console')).toContainText(/TypeError.*\(line 3\)/);
  await expect(file.frameLocator('iframe').locator('body')).toContainText(/^\d$/);
  const pageSite = await hostFile(await readFile(pageFile, 'utf8'));
  await file.goto(pageSite.url);
  await expect(file.locator('#console')).toContainText(/no storage.*TypeError.*\(line 3\)/);
  pageSite.close();
  await file.close();
});

test('a lesson’s bench opens in the playground, with the reader’s edit', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    // A realm has no storage.
    if (window.parent !== window) return;
    const current = { source: 'console.log("from the lesson");', base: '', tab: 'x', savedAt: 1 };
    localStorage.setItem(
      'bytescope:draft:views/create',
      JSON.stringify({ v: 1, current, others: [] }),
    );
  });
  await page.goto('/lessons/views/');
  const bench = new BenchPage(page, 'views/create');
  const link = bench.root.getByRole('link', { name: 'Open in the playground' });
  await expect(link).toHaveAttribute('href', /\/playground\/\?example=views\/create&edit$/);
  await link.click();
  await expect(page.getByText(/^Opened create\.js with your edit/)).toBeVisible();
  await run(page).click();
  await expect(log(page)).toContainText('from the lesson');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await violations(page)).toBe('');
});

test('a shared link opens beside the reader’s own, and the embedded page runs it on another site', async ({
  page,
}) => {
  await page.goto('/playground/?example=views/create');
  await expect(nameOf(page)).toHaveValue('create.js');
  await button(page, 'Embed').click();
  const dialog = page.getByRole('dialog', { name: 'Embed in a page or a slide' });
  await dialog.getByLabel('Theme').selectOption('dark');
  const code = dialog.getByLabel('HTML to paste');
  await expect(code).toHaveValue(/^<iframe src="[^"]*\/embed\/\?theme=dark&amp;height=560#1\./);
  expect(await violations(page)).toBe('');
  const html = await code.inputValue();

  const slides = createServer((_, response) => {
    // A page that isolates itself may embed it too.
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.end(`<!doctype html><title>Slides</title><link rel="icon" href="data:,">${html}`);
  });
  await new Promise<void>((resolve) => slides.listen(0, '127.0.0.1', resolve));
  const { port } = slides.address() as AddressInfo;
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const frame = page.frameLocator('iframe');
    const status = frame.locator('.bench-bar').getByRole('status');
    await expect(status).toHaveText('Not run yet');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(frame.getByRole('link', { name: 'Open in Bytescope' })).toHaveAttribute(
      'href',
      /\/playground\/#1\.views\/create\./,
    );
    await frame.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(status).toHaveText(/^Finished/);
    // An edit made here goes along.
    await frame.locator('.code-area').click();
    await expect(frame.getByRole('textbox', { name: /^Code: / })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('\nconsole.log("mine");');
    const out = frame.getByRole('link', { name: 'Open in Bytescope' });
    await expect(out).toHaveAttribute('href', /\/playground\/#1\.[\w-]{40,}$/);
  } finally {
    slides.close();
  }
});

test.describe('without a network for a while', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('what does not load is said, and loads when it is asked for again', async ({ page }) => {
    let isGone = true;
    await page.route(/_astro\/(?:ProgramsSheet|netbench-en|download|show-link)\./, (route) =>
      isGone ? route.abort() : route.continue(),
    );
    const notice = page.locator('.playground > .draft-notes');
    await page.goto('/playground/#1.views/create.abcd');
    await expect(notice).toContainText('What opens a shared link did not load.');
    await button(page, 'My programs').click();
    await expect(notice).toContainText('That part of the page did not load.');
    await expect(button(page, 'My programs')).toBeFocused();
    await button(page, 'Download').click();
    await expect(notice).toContainText('The file was not made');

    await button(page, /^Runs in/).click();
    await page.getByLabel('Network').selectOption('the lab in the page');
    const failed = page.getByText('A part of this bench did not load.');
    await expect(failed).toBeVisible();
    expect(await violations(page)).toBe('');
    isGone = false;
    await page.locator('.late').getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(failed).toHaveCount(0);
    await expect(page.locator('.playground > .bench :focus')).toBeVisible();
    await button(page, 'My programs').click();
    await expect(page.getByRole('dialog', { name: 'My programs' })).toBeVisible();

    // What draws a run, too.
    await page.goto('/playground/?example=pixels/four-bytes');
    await expect(nameOf(page)).toHaveValue('four-bytes.js');
    let hasNoViews = true;
    await page.route(/_astro\/View\./, (route) => (hasNoViews ? route.abort() : route.continue()));
    await run(page).click();
    await expect(failed).toBeVisible();
    hasNoViews = false;
    await page.locator('.late').getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('region', { name: 'Pixels' })).toBeVisible();
  });

  test('a shared link that could not be shown goes along to the other language', async ({
    page,
  }) => {
    await page.route(/_astro\/show-link\./, (route) => route.abort(), { times: 1 });
    await page.goto('/playground/#1.views/create.abcd');
    await expect(page.locator('.playground > .draft-notes')).toContainText('shared link');
    await page.locator('.languages a[data-language="ko"]').click();
    await expect(page).toHaveURL(/\/ko\/playground\/#1\.views\/create\.abcd$/);
    await expect(
      page.getByRole('dialog', { name: '누군가 프로그램을 공유했습니다' }),
    ).toBeVisible();
  });
});

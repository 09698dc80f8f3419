/** A reader watches an upload: its bytes in four lanes, its messages, a worse link, and a server half to change. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { BenchPage } from './pages/bench-page';
import type { NetWindow } from './support/net-bench';
import { openNetBench } from './support/net-page';
import { expect, inEachLanguage, test } from './support/test';
import { ending, starting, wordsOn } from './support/words';

declare const window: NetWindow;

const chunk = (page: Page, n: number) =>
  page.getByRole('button', { name: new RegExp(`^Chunk ${n},`) });
const message = (page: Page, n: number) =>
  page.getByRole('button', { name: starting(`${wordsOn(page).messages.message}${n} `) });
const panel = (page: Page) => page.locator('.net-panel');
const openPanel = (page: Page) => panel(page).locator('summary').click();
const step = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });
const totals = (page: Page) => page.locator('.up-totals');

inEachLanguage(() => {
  test('a message takes the timeline to its step, and the lanes with it', async ({
    page,
    words,
  }) => {
    const { upload, messages } = words;
    const said = (sent: number, acknowledged: number, saved: number) =>
      upload.totals({ size: 250_000, sent, acknowledged, saved });
    await openNetBench(page, { language: words.locale });
    await expect(totals(page)).toHaveText(said(250_000, 250_000, 250_000));
    await message(page, 7).click();
    await expect(message(page, 7)).toHaveAttribute('aria-current', 'step');
    await expect(message(page, 7)).toHaveAccessibleName(ending(messages.fates['on its way']));
    await expect(message(page, 8)).toHaveAccessibleName(ending(messages.fates['not yet']));
    await expect(totals(page)).toHaveText(said(204_800, 102_400, 0));
    const range = { start: 102_400, end: 204_800 };
    const second = page.getByRole('button', {
      name: upload.chunk({ first: 2, last: 2, range, state: 'inFlight', sent: 1 }),
    });
    await expect(second).toHaveClass(/now/);
    // What comes later is still there to be gone to.
    await message(page, 12).click();
    await expect(totals(page)).toHaveText(said(250_000, 250_000, 250_000));
  });

  test('the link is set in words and numbers, holds at once, and is remembered for the bench', async ({
    page,
    words,
  }) => {
    const text = words.network;
    const summary = panel(page).locator('summary');
    const clear = {
      ...{ latencyMs: 0, bytesPerSecond: null, chunkBytes: null, dropAfter: null },
      ...{ duplicate: false, reorder: false },
    };
    const slow = { ...clear, latencyMs: 120, bytesPerSecond: 1e6, chunkBytes: 65_536 };
    const set = { ...slow, dropAfter: 3, duplicate: true };
    await openNetBench(page, { language: words.locale });
    await expect(panel(page)).not.toHaveAttribute('open');
    await expect(summary).toHaveText(ending(text.conditions(clear)));
    await openPanel(page);
    await page.getByLabel(text.latency).fill('120');
    await page.getByLabel(text.speed).selectOption({ label: text.speeds(1e6) });
    await page.getByLabel(text.chunk).fill('65536');
    await page.getByLabel(text.dropAfter).fill('3');
    await page.getByLabel(text.duplicate).check();
    await expect(summary).toContainText(text.conditions(set));
    const bench = new BenchPage(page, 'upload/fixture');
    await bench.run.click();
    expect(await page.evaluate(() => window.lab.program?.network)).toEqual({
      lab: 'page',
      serverHalf: null,
      conditions: set,
    });
    await page.getByLabel(text.dropAfter).fill('');
    expect(await page.evaluate(() => window.lab.conditions.at(-1)?.dropAfter)).toBeNull();

    await page.reload();
    await expect(summary).toContainText(text.conditions({ ...slow, duplicate: true }));
    await openPanel(page);
    await page.getByRole('button', { name: text.clear }).click();
    await expect(summary).toHaveText(ending(text.conditions(clear)));
    expect(
      await page.evaluate(() => localStorage.getItem('bytescope:link:upload/fixture')),
    ).toBeNull();
  });
});

test('the timeline takes the lanes and the log with it', async ({ page }) => {
  await openNetBench(page);
  await step(page).focus();
  await page.keyboard.press('Home');
  await expect(message(page, 1)).toHaveAttribute('aria-current', 'step');
  await expect(totals(page)).toHaveText(/^sent 0 of 250,000 bytes \(0 %\)/);
  await page.keyboard.press('End');
  await expect(totals(page)).toHaveText(/^sent 250,000/);
  await expect(page.locator('.msg-row[aria-current]')).toHaveCount(0);
});

test('a chunk and its messages light each other, by pointer and by keyboard', async ({ page }) => {
  await openNetBench(page);
  await chunk(page, 2).hover();
  await expect(page.locator('.msg-row.lit')).toHaveCount(3);
  await expect(message(page, 7)).toHaveClass(/lit/);
  await expect(page.locator('.up-readout')).toContainText('102,400 bytes (100 KiB, 102.4 kB)');
  await message(page, 5).hover();
  await expect(page.locator('.up-chunk.lit')).toHaveCount(1);
  await expect(chunk(page, 1)).toHaveClass(/lit/);

  await chunk(page, 1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(chunk(page, 2)).toBeFocused();
  await page.keyboard.press('End');
  await expect(chunk(page, 3)).toBeFocused();
  await expect(message(page, 9)).toHaveClass(/lit/);
  await page.keyboard.press('Enter');
  await expect(chunk(page, 3)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await expect(message(page, 12)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(message(page, 11)).toHaveAttribute('aria-current', 'step');
  await expect(message(page, 11)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(message(page, 11)).toHaveAttribute('aria-pressed', 'false');
});

test('a long log shows a part of itself, and the rest when asked', async ({ page }) => {
  await openNetBench(page, { log: 'long' });
  const rows = page.getByRole('button', { name: /^Message/ });
  await expect(rows).toHaveCount(200);
  await page.getByRole('button', { name: 'Show 404 earlier messages' }).click();
  await expect(rows).toHaveCount(400);
  await expect(page.locator('.up-chunk')).not.toHaveCount(0);
  expect(await page.locator('.up-chunk').count()).toBeLessThanOrEqual(24);
});

test('while a run goes on, its messages come as they are sent', async ({ page }) => {
  await openNetBench(page, { lab: 'server' });
  const bench = new BenchPage(page, 'upload/fixture');
  await expect(panel(page)).toContainText(
    'Lab: this site’s server, or in the page where there is none',
  );
  await bench.run.click();
  await page.evaluate(() => {
    const part = { file: 'a', name: 'a.bin', size: 100, says: 'sent', start: 0, end: 60 } as const;
    window.lab.listener?.net?.({
      lab: 'server',
      omitted: 0,
      messages: [
        {
          ...{ id: 0, from: 'client', what: 'event', room: '/upload', name: 'chunk' },
          ...{ answers: null, brief: '', byteLength: 60, part, step: 1 },
          ...{ sentAt: 3, arrivedAt: null, fate: 'on its way' },
        },
      ],
    });
  });
  await expect(totals(page)).toHaveText(
    'sent 60 of 100 bytes (60 %), acknowledged 0 (0 %), saved 0 (0 %)',
  );
  await expect(chunk(page, 1)).toHaveAccessibleName('Chunk 1, bytes 0 to 59, in flight');
  await expect(panel(page)).toContainText('Lab: this site’s server');
  await expect(panel(page)).not.toContainText('where there is none');
});

test('a number that is no number is none, and what is typed stays until the field is left', async ({
  page,
}) => {
  await openNetBench(page);
  await openPanel(page);
  const latency = page.getByLabel('Latency');
  await latency.fill('-5');
  await expect(panel(page).locator('summary')).toHaveText(/a clear link$/);
  await expect(latency).toHaveValue('-5');
  await latency.blur();
  await expect(latency).toHaveValue('0');
});

test('the connection is cut on request, and only where there may be one', async ({ page }) => {
  await openNetBench(page);
  await openPanel(page);
  const cut = page.getByRole('button', { name: 'Disconnect now' });
  await cut.click({ force: true });
  await expect(panel(page).getByRole('status')).toHaveText(
    'There is no connection now: run the program.',
  );
  expect(await page.evaluate(() => window.lab.disconnects)).toBe(0);
  await new BenchPage(page, 'upload/fixture').run.click();
  await cut.click();
  await expect(panel(page).getByRole('status')).toHaveText('The connection was cut.');
  expect(await page.evaluate(() => window.lab.disconnects)).toBe(1);
});

test.describe('the two halves of a program', () => {
  test('are tabs with an editor and a draft each; Run takes both', async ({ page }) => {
    await openNetBench(page, { half: true });
    const bench = new BenchPage(page, 'upload/fixture');
    await expect(panel(page)).toContainText('Lab: in the page, running upload.server.js');
    const tab = (side: 'client' | 'server') =>
      page.getByRole('tab', { name: new RegExp(`^${side} `) });
    await expect(page.getByRole('region', { name: 'Code: upload.server.js' })).toBeHidden();
    await tab('client').focus();
    await page.keyboard.press('ArrowRight');
    await expect(tab('server')).toBeFocused();
    await expect(tab('server')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('region', { name: 'Code: upload.js' })).toBeHidden();
    await page.getByRole('region', { name: 'Code: upload.server.js' }).click();
    const editor = page.getByRole('textbox', { name: /^Code: upload\.server\.js/ });
    await editor.press('ControlOrMeta+a');
    await page.keyboard.insertText('// mine');
    await expect(tab('server')).toHaveAccessibleName('server upload.server.js edited');
    await expect(tab('client')).toHaveAccessibleName('client upload.js');
    await expect(bench.root.locator('.bench-bar .edited')).toBeVisible();
    await expect(bench.lastRunLabel.first()).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await page.evaluate(() => window.lab.program?.network?.serverHalf)).toEqual({
      source: '// mine',
      fileName: 'upload.server.js',
    });

    await page.reload();
    await expect(tab('server')).toHaveAccessibleName('server upload.server.js edited');
    await bench.reset.click();
    await bench.root.getByRole('button', { name: 'Reset' }).click();
    await expect(tab('server')).toHaveAccessibleName('server upload.server.js');
    await bench.run.click();
    expect(await page.evaluate(() => window.lab.program?.network?.serverHalf?.source)).toMatch(
      /^io\.of/,
    );
  });

  test('take as much room as the longer one, so that a tab moves nothing', async ({ page }) => {
    await openNetBench(page, { half: true });
    const top = () => panel(page).evaluate((each) => each.getBoundingClientRect().top);
    const before = await top();
    await page.getByRole('tab', { name: /^server/ }).click();
    await expect(page.getByRole('region', { name: 'Code: upload.server.js' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Code: upload.js' })).toBeHidden();
    expect(await top()).toBe(before);
  });

  test('stand one under the other, each under its name, where no script has run and on paper', async ({
    page,
  }) => {
    await openNetBench(page, { half: true });
    const bothShown = async () => {
      await expect(page.getByRole('tab')).toHaveCount(0);
      await expect(page.locator('.half-name')).toHaveText([
        'client upload.js',
        'server upload.server.js',
      ]);
      await expect(page.locator('.half-name').last()).toBeVisible();
      const boxes = await Promise.all(
        ['upload.js', 'upload.server.js'].map((name) =>
          page.locator(`.code[aria-label="Code: ${name}"]`).boundingBox(),
        ),
      );
      expect(boxes[0]?.height).toBeGreaterThan(0);
      expect(boxes[1]?.y).toBeGreaterThan((boxes[0]?.y ?? 0) + (boxes[0]?.height ?? 0));
    };
    await page.emulateMedia({ media: 'print' });
    await bothShown();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
    await bothShown();
  });

  test('have a console each, and an error says on which side it was', async ({ page }) => {
    await openNetBench(page, { half: true });
    const bench = new BenchPage(page, 'upload/fixture');
    await expect(page.getByRole('log', { name: 'Console of the server' })).toContainText(
      '0 102400',
    );
    await bench.run.click();
    await page.evaluate(() => {
      const { listener } = window.lab;
      listener?.serverConsole?.([window.printed('hello from the server', 2)], 0);
      listener?.serverError?.({
        ...{ name: 'TypeError', message: 'reply is not a function', origin: 'throw' },
        ...{ line: 4, column: 5 },
      });
    });
    await expect(page.getByRole('log', { name: 'Console of the server' })).toContainText(
      'hello from the server',
    );
    await expect(bench.alert).toContainText('On the server, in upload.server.js:');
    await bench.alert.getByRole('button', { name: 'Go to line 4' }).click();
    await expect(page.getByRole('tab', { name: /^server/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.locator('.half[data-shown] .ln[data-l="4"]')).toHaveClass(/err/);
  });
});

test('axe finds nothing, wide or narrow, in either theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openNetBench(page, { log: 'resumed', half: true });
  await openPanel(page);
  await message(page, 8).click();
  for (const width of [390, 1440])
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`),
        `${width} px, ${theme}`,
      ).toEqual([]);
    }
});

test('nothing scrolls the page sideways at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openNetBench(page, { log: 'two', half: true });
  await openPanel(page);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('.net-panel *, .net-pane *, .half-tabs *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.className),
  );
  expect(wide).toEqual([]);
});

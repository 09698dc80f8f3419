/** A program shared by a link: made on a lesson's bench, opened beside the visitor's own programs, never run by itself. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { openLink, writeLink } from '../src/core/share/link';
import { PROGRAM, shared } from '../src/core/share/shared.fixture';
import { CLEAR_LINK } from '../src/core/trace/net-log';
import { BenchPage } from './pages/bench-page';
import { paste } from './support/paste';
import { expect, test } from './support/test';

const linkOf = (what: ReturnType<typeof shared>): string => {
  const written = writeLink(what);
  if (written.kind === 'problem') throw new Error(JSON.stringify(written.problem));
  return `/playground/#${written.hash}`;
};

/** The playground's bench; its id is another one for each program. */
async function playground(page: Page): Promise<BenchPage> {
  const root = page.locator('[data-bench]');
  return new BenchPage(page, (await root.getAttribute('data-bench')) ?? '');
}

const preview = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Somebody shared a program' });

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .include('dialog[open]')
    .setLegacyMode()
    .options({ resultTypes: ['violations'], iframes: false })
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

test(
  'a moment of a lesson’s program is shared, read, and opened beside what the visitor had',
  { tag: '@firefox' },
  async ({ page }) => {
    // The reader stands at step 11 of the lesson's recording, in binary, with a byte chosen.
    await page.goto('/lessons/views/');
    const bench = new BenchPage(page, 'views/one-buffer');
    await bench.root.scrollIntoViewIfNeeded();
    await bench.slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await expect(bench.slider).toHaveAttribute('aria-valuenow', '11');
    await bench.root.getByRole('radio', { name: 'binary' }).click();
    await bench.openByte(3);
    const share = bench.root.getByRole('button', { name: 'Share', exact: true });
    await share.click();

    const dialog = page.getByRole('dialog', { name: 'Share this program' });
    const link = dialog.getByRole('textbox', { name: 'Link' });
    await expect(link).toHaveValue(/\/playground\/#1\.views\/one-buffer\.[\w-]{4}\.11\.0-3\.bin$/);
    const moment = dialog.getByRole('switch', { name: 'Open at this moment, step 11' });
    await moment.uncheck();
    await expect(link).toHaveValue(/\.[\w-]{4}\.\.0-3\.bin$/);
    await moment.check();
    expect(await violations(page)).toEqual([]);

    // A clipboard that is there, and one that is forbidden.
    const copied = () => page.evaluate(() => Reflect.get(window, 'copied') as string);
    await page.evaluate(() => {
      const writeText = (text: string) => Promise.resolve(Reflect.set(window, 'copied', text));
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    });
    const copy = dialog.getByRole('button', { name: 'Copy', exact: true });
    await copy.click();
    await expect(dialog.getByRole('status')).toHaveText('Copied.');
    const href = await link.inputValue();
    expect(await copied()).toBe(href);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await copy.click();
    await expect(dialog.getByRole('status')).toContainText('The link is selected');
    await expect(link).toBeFocused();

    // For a classroom: the code fills the window, and Escape leads back, one dialog at a time.
    await expect(
      dialog.getByRole('img', { name: 'QR code of the link to one-buffer.js' }),
    ).toBeVisible();
    await dialog.getByRole('button', { name: 'Show it large' }).click();
    const large = page.getByRole('dialog', { name: 'one-buffer.js' });
    const code = await large.getByRole('img').boundingBox();
    expect(code?.height).toBeGreaterThan((page.viewportSize()?.height ?? 0) * 0.7);
    await page.keyboard.press('Escape');
    await expect(large).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(share).toBeFocused();

    // Another visitor has a program of their own in the playground.
    await page.goto('/playground/');
    const own = await playground(page);
    await own.write('const mine = new Uint8Array([7]);');
    await expect(page.locator('[data-bench]')).toHaveCount(1);
    await page.goto(href);
    await expect(preview(page)).toContainText('one-buffer.js');
    await expect(preview(page)).toContainText('Opens at step 11 once you run it.');
    await expect(preview(page).getByRole('region', { name: 'Code: one-buffer.js' })).toContainText(
      'new ArrayBuffer(16)',
    );
    expect(await violations(page)).toEqual([]);
    await expect(preview(page).getByRole('button', { name: 'Open it' })).toBeFocused();

    // Left, it is still a step back; the visitor's program was never away.
    await preview(page).getByRole('button', { name: 'Leave it' }).last().click();
    await expect(preview(page)).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('');
    await expect((await playground(page)).root).toContainText('const mine');
    await page.goBack();
    await expect(preview(page)).toBeVisible();
    await page.reload();
    await preview(page).getByRole('button', { name: 'Open it' }).click();

    // Opened, nothing runs; run, it stands at the moment that was shared.
    const opened = await playground(page);
    await expect(opened.root).toContainText('new ArrayBuffer(16)');
    await expect(opened.status).toHaveText('Not run yet');
    await expect(opened.slider).toHaveCount(0);
    await opened.run.click();
    await expect(opened.slider).toHaveAttribute('aria-valuetext', /^Step 11 of 18\./);
    await expect(opened.root.getByRole('radio', { name: 'binary' })).toBeChecked();
    await expect(opened.root.getByRole('switch', { name: /^bit 7/ })).toBeVisible();

    // What is shared from the playground is the same program, with the edit, all of it in the link.
    await opened.write('console.log(1234);');
    await opened.root.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(link).toHaveValue(/#1\.[\w-]+$/);
    const again = openLink(new URL(await link.inputValue()).hash);
    expect(again).toMatchObject({
      kind: 'program',
      shared: { program: { source: 'console.log(1234);', from: 'views/one-buffer' } },
    });

    // The visitor's own is where it was.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'My programs', exact: true }).click();
    const mine = page.getByRole('dialog', { name: 'My programs' });
    await mine.getByRole('button', { name: /^program\.js/ }).click();
    await expect(page.locator('[data-bench]')).toContainText('const mine');
  },
);

test('a link that comes with the first change of a program is still there when it is left', async ({
  page,
}) => {
  await page.goto('/playground/');
  const own = await playground(page);
  await own.openEditor();
  await own.editor.press('ControlOrMeta+a');
  // In one task: what keeps the program hears of the change when the address is another one already.
  const { hash } = new URL(linkOf(shared(PROGRAM)), page.url());
  await paste(own.editor, 'const mine = 1;', hash);
  await expect(preview(page)).toBeVisible();
  await preview(page).getByRole('button', { name: 'Leave it' }).last().click();
  await expect(preview(page)).toHaveCount(0);
  await expect(page.locator('[data-bench]')).toContainText('const mine');
  await page.goBack();
  await expect(preview(page)).toBeVisible();
});

test('a link that was left in the address goes with the next program', async ({ page }) => {
  await page.goto('/playground/#2.whatever');
  const refused = page.getByRole('dialog', { name: 'This link cannot be opened' });
  await refused.getByRole('button', { name: 'Go on without it' }).last().click();
  await expect(refused).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('#2.whatever');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
});

test.describe('what a stranger sends', () => {
  // What the realm's policy stops is written to the console.
  test.use({ expectedErrors: [/Content Security Policy/] });

  test('a link that cannot be opened says why, and a stranger’s program does no harm', async ({
    page,
  }) => {
    const refused = page.getByRole('dialog', { name: 'This link cannot be opened' });
    const leave = refused.getByRole('button', { name: 'Go on without it' }).last();

    // Of a version to come: it is kept.
    await page.goto('/playground/#2.whatever');
    await expect(refused).toContainText('made by a newer version of Bytescope');
    expect(await violations(page)).toEqual([]);
    await leave.click();
    await expect(refused).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('#2.whatever');

    // Cut off on its way, put into the address of the open page.
    const whole = linkOf(shared({ ...PROGRAM, source: 'console.log("all of it, to the end");' }));
    await page.goto(whole.slice(0, -20));
    await expect(refused).toContainText('The link ends before its program does.');
    await leave.click();
    expect(new URL(page.url()).hash).toBe('');

    // Names a program that the site does not have.
    await page.goto('/playground/#1.views/nothing-like-it.Ab3d');
    await expect(refused).toContainText('this site has no program of that name any more');
    await leave.click();

    // A server half, and a program with text turned round, that want the host's storage, network and page.
    const wants = `
  const tries = {
    storage: () => localStorage.getItem('bytescope:draft:views/create'),
    database: () => indexedDB.open('x'),
    parent: () => parent.document.title,
    cookie: () => document.cookie,
    network: () => fetch('/healthz'),
    elsewhere: () => fetch('https://example.com/'),
    socket: () => new Promise((resolve, reject) => {
      const socket = new WebSocket('ws://localhost/');
      socket.onopen = resolve;
      socket.onerror = reject;
    }),
  };
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      const got = await attempt();
      console.log(name, 'worked', typeof got);
    } catch {
      console.log(name, 'refused');
    }
  }
  console.log('end');`;
    await page.evaluate(() => localStorage.setItem('bytescope:draft:views/create', 'mine'));
    // The half with the server is fetched now, and comes while the program runs.
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/_astro\/NetBench\.[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(
      linkOf(
        shared(
          {
            source: `// \u202e gnihton seod siht\n${wants}\nlet n = 0;\nsetInterval(() => console.log('alive', n++), 200);`,
            lab: 'page',
            serverHalf: { fileName: 'server.js', source: `export {};${wants}` },
          },
          { view: { conditions: { ...CLEAR_LINK, latencyMs: 7 } } },
        ),
      ),
    );
    await expect(preview(page)).toContainText('One character in it cannot be seen');
    await expect(preview(page).locator('mark')).toHaveText('U+202E');
    await preview(page).getByRole('button', { name: 'Open it' }).click();
    const bench = await playground(page);
    await expect(bench.status).toHaveText('Not run yet');
    await bench.run.click();
    await expect(bench.root.getByRole('log').first()).toContainText('alive');
    release();
    const refusals = ['storage', 'database', 'parent', 'cookie', 'network', 'elsewhere', 'socket'];
    for (const log of ['Console of the client', 'Console of the server']) {
      await expect(bench.root.getByRole('log', { name: log })).toContainText('end');
      const rows = (await bench.printed(log)).map((row) => row.replace(/ :\d+$/, ''));
      expect(rows.slice(0, refusals.length)).toEqual(refusals.map((name) => `${name} refused`));
    }
    const client = bench.root.getByRole('log', { name: 'Console of the client' });
    const rows = await client.getByRole('listitem').count();
    await expect.poll(() => client.getByRole('listitem').count()).toBeGreaterThan(rows);
    expect(await page.evaluate(() => localStorage.getItem('bytescope:draft:views/create'))).toBe(
      'mine',
    );

    // The link is slow as they set it; it is kept once the visitor sets it, and not before.
    const keptLinks = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => /^bytescope:link:/.test(key)));
    const network = bench.root.locator('.net-panel');
    await expect(network.locator('summary')).toContainText('7 ms');
    expect(await keptLinks()).toEqual([]);
    await network.locator('summary').click();
    await network.getByRole('spinbutton', { name: 'Latency' }).fill('8');
    await expect(network.locator('summary')).toContainText('8 ms');
    expect(await keptLinks()).toHaveLength(1);
  });
});

test('a Korean link is opened in Korean', { tag: '@firefox' }, async ({ page }) => {
  await page.goto('/ko/lessons/views/');
  const bench = page.locator('[data-bench="views/one-buffer"]');
  await bench.getByRole('button', { name: '공유', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '프로그램 공유' });
  await expect(dialog).toContainText('레슨에 있는 프로그램 그대로라서');
  const href = await dialog.getByRole('textbox', { name: '링크' }).inputValue();
  expect(href).toMatch(/\/ko\/playground\/#1\.views\/one-buffer\.[\w-]{4}$/);
  await page.goto(href);
  await expect(page.getByRole('dialog', { name: '누군가 프로그램을 공유했습니다' })).toContainText(
    'one-buffer.js',
  );
});

/**
 * The site on a static host, under a path of it: built once more with BYTESCOPE_BASE (20 to 60 s; not again while the
 * sources stay as they are), served by a server that knows nothing of it, under one name that is not this machine's.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { readBuiltSite } from '../integrations/content.ts';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/lib/browsers.mjs';
import { ensureBuilt } from '../scripts/lib/build-site.mjs';
import { root } from '../scripts/lib/run.mjs';
import { Problem } from '../scripts/lib/say.mjs';
import { withoutBase } from '../src/core/base-path.ts';
import { CLEAR_LINK } from '../src/core/trace/net-log.ts';
import { BenchPage } from './pages/bench-page';
import { ExercisePage } from './pages/exercise-page';
import type { Methods } from './support/sandbox-harness-page';
import type { Report } from './support/sandbox-harness-types';
import { writeDist } from './support/sandbox-harness.ts';
import { serveStatic, type StaticHost } from './support/static-host';
import { expect, test as base } from './support/test';

const BASE = '/teach/bytescope/';
const NAME = 'school.example';
const dist = path.join(root, '.cache', 'sub-path');

const test = base.extend<object, { host: StaticHost }>({
  host: [
    async ({}, use) => {
      await ensureBuilt({
        dist,
        env: { BYTESCOPE_BASE: BASE, BYTESCOPE_SITE: `https://${NAME}`, PUBLIC_REALM_ORIGIN: '' },
      }).catch((error: unknown) => {
        throw error instanceof Problem ? new Error(`${error.message}\n${error.details}`) : error;
      });
      const host = await serveStatic(dist, BASE);
      await use(host);
      await host.close();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  // One to whom every name is this host, and its addresses as good as HTTPS.
  browser: [
    async ({ playwright, host }, use) => {
      const found = findBrowser('chromium');
      const browser: Browser = await playwright.chromium.launch({
        ...(found && !found.own ? { executablePath: found.executablePath } : {}),
        args: [...CHROMIUM_ARGS, ...nameArgs(host.port)],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ host }, use) => use(`http://${NAME}:${host.port}${BASE}`),
});

const nameArgs = (port: number) => [
  `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
  `--unsafely-treat-insecure-origin-as-secure=http://${NAME}:${port}`,
];

// One after the other, so that the site is built by one worker alone.
test.describe.configure({ mode: 'default' });

test.afterEach(({ host }) => {
  expect(host.takeMissing()).toEqual([]);
});

/** Addresses of a page's HTML: in attributes, islands and inlined styles. */
function addressesIn(html: string): string[] {
  const found = [
    ...html.matchAll(/\s(?:href|src|action|poster|[a-z-]+-url)="([^"]*)"/g),
    ...html.matchAll(/url\(["']?([^"')]+)/g),
  ];
  return [...new Set(found.map(([, address]) => (address ?? '').replaceAll('&amp;', '&')))];
}

test('every address in every page is under the path, and something is there', ({ host }) => {
  const site = readBuiltSite(host.folder);
  const origin = `https://${NAME}`;
  const wrong: string[] = [];
  let seen = 0;
  for (const [page, html] of site.pages) {
    for (const address of addressesIn(html)) {
      const url = new URL(address, origin + BASE.slice(0, -1) + page);
      if (url.origin !== origin) continue;
      seen += 1;
      const within = withoutBase(BASE, url.pathname);
      if (within === null || !(site.pages.has(within) || site.files.has(within)))
        wrong.push(`${page}: ${address}`);
    }
    const card = /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
    // What no search engine shows has no card.
    if (card === '' && html.includes('<meta name="robots" content="noindex')) continue;
    const picture = withoutBase(BASE, new URL(card).pathname);
    if (picture === null || !site.files.has(picture)) wrong.push(`${page}: ${card}`);
  }
  expect(wrong).toEqual([]);
  // Or nothing was looked at.
  expect(seen).toBeGreaterThan(site.pages.size * 10);
});

test('what is for search engines names whole addresses', async ({ page, baseURL }) => {
  const text = async (file: string) => (await page.request.get(`${local(baseURL)}${file}`)).text();
  expect(await text('robots.txt')).toContain(`Sitemap: https://${NAME}${BASE}sitemap-index.xml`);
  expect(await text('robots.txt')).toContain(`Disallow: ${BASE}realm/`);
  expect(await text('sitemap-0.xml')).toContain(`<loc>https://${NAME}${BASE}lessons/views/</loc>`);
  expect(await text('lessons/views/')).toContain(
    `<link rel="canonical" href="https://${NAME}${BASE}lessons/views/">`,
  );
});

/** For requests of Playwright's own, which know no names but the system's. */
const local = (baseURL: string | undefined) => (baseURL ?? '').replace(NAME, '127.0.0.1');

test('a reader comes from the front page to a lesson, runs it, changes it, and goes on', async ({
  page,
  baseURL,
}) => {
  // An editor is fetched from a host that compresses and keeps nothing.
  test.setTimeout(120_000);
  const at = (rest: string) => `${baseURL ?? ''}${rest}`;
  await page.goto(at(''));
  await page
    .getByRole('link', { name: /ArrayBuffer and its views/ })
    .first()
    .click();
  await expect(page).toHaveURL(at('lessons/views/'));
  const fetchedAhead = page.waitForResponse(at('editor-files.json'));
  const bench = new BenchPage(page, 'views/one-buffer');
  await bench.run.click();
  await expect(bench.status).toHaveText(/^Finished/);
  expect((await bench.bytes()).slice(0, 2)).toEqual(['FF', '00']);
  // The realm comes from the site itself, which has no other name here.
  await expect(page.locator('iframe[data-realm="worker"]').first()).toHaveAttribute(
    'src',
    new RegExp(`^${at('realm/')}[0-9a-f]{16}\\.html$`),
  );

  await fetchedAhead;
  await bench.write('console.log(new Uint8Array(3).length);');
  await bench.run.click();
  await expect(bench.console).toContainText('3');
  await expect(page.locator('.monaco-editor').first()).toBeVisible();

  const exercise = new ExercisePage(page, 'views', 'window');
  await exercise.check.click();
  await expect(exercise.status).toHaveText(/^1 of 2 checks pass/);

  await page
    .getByRole('link', { name: /^Next lesson/ })
    .first()
    .click();
  await expect(page).not.toHaveURL(at('lessons/views/'));
  await page
    .getByRole('link', { name: /^Progress, this lesson/ })
    .first()
    .click();
  await expect(page).toHaveURL(at('progress/'));
  // Keys are listened to once the page has come.
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('detached');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(at('glossary/#detached'));
  await page.getByRole('banner').getByRole('link', { name: 'Bytescope' }).click();
  await expect(page).toHaveURL(at(''));
});

test.describe('a page that does not exist', () => {
  test.use({ expectedErrors: [/404/] });

  test('leads home', async ({ page, baseURL, host }) => {
    await page.goto(`${baseURL ?? ''}lessons/none/`);
    await page.getByRole('main').getByRole('link', { name: 'All lessons' }).click();
    await expect(page).toHaveURL(`${baseURL ?? ''}#map`);
    expect(host.takeMissing()).toEqual([`${BASE}lessons/none/`]);
  });
});

test.describe('a program that asks for the lab', () => {
  // There is none: /healthz is not there.
  test.use({ expectedErrors: [/404/] });

  test('gets the one in the page, with its media', async ({ browser }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bytescope-sub-path-'));
    await writeDist(folder, new Uint8Array(1000), BASE);
    const host = await serveStatic(folder, BASE);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${host.port}${BASE}`);
    const report: Report = await page.evaluate(
      (conditions) =>
        (globalThis as unknown as { harness: Methods }).harness.run({
          program: {
            source: `
              const { bytes } = await io('/image').emitWithAck('get', { name: 'pattern.png' });
              const response = await fetch('/media/pattern.png');
              console.log(bytes.byteLength, (await response.arrayBuffer()).byteLength);`,
            realm: 'worker',
            goal: 'module',
            network: { lab: 'server', serverHalf: null, conditions },
          },
        }),
      CLEAR_LINK,
    );
    expect(report.lines).toEqual(['1000 1000']);
    expect(report.net?.lab).toBe('page');
    expect(host.takeMissing()).toEqual([`${BASE}healthz`]);
    await page.close();
    await host.close();
    await rm(folder, { recursive: true });
  });
});

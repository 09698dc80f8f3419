/**
 * What JavaScript a lesson page costs, as a browser gets it: before the reader does anything, at the first sign of
 * interest in a bench, fetched ahead at idle, and when an editor is asked for. Bytes on the wire, bodies only.
 */
import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

export const PHASES = ['initial', 'intent', 'run', 'realm', 'prefetch'] as const;
export type Phase = (typeof PHASES)[number];

export interface Measured {
  /**
   * Compressed bytes. `intent` includes `initial`; `run` is the rewriter, which comes at idle after it; `prefetch` is
   * what came by `<link rel="prefetch">`.
   */
  readonly bytes: Readonly<Record<Phase, number>>;
  /** The editor's own scripts that ran although nobody had asked for an editor. */
  readonly editorRanEarly: readonly string[];
  /** The same scripts that ran once the reader had pressed on the code. */
  readonly editorRanWhenAsked: readonly string[];
}

interface Transfer {
  readonly url: string;
  readonly bytes: number;
  readonly kind: 'script' | 'run' | 'realm' | 'prefetch';
}

/** The chunk of src/core/instrument, as the bundler names it. */
const REWRITER = /\/instrument\.[\w-]+\.js$/;

async function transferOf(response: Response): Promise<Transfer | null> {
  const request = response.request();
  const url = response.url();
  const { pathname } = new URL(url);
  const isRealm = pathname.startsWith('/realm/');
  if (!isRealm && !/\.m?js$/.test(pathname)) return null;
  const headers = await response.allHeaders();
  const bytes = Number(headers['content-length'] ?? 0);
  if (bytes === 0 && response.status() === 200) throw new Error(`${url} came without a length`);
  const asked = await request.allHeaders();
  const isPrefetch = (asked['sec-purpose'] ?? asked['purpose'] ?? '').includes('prefetch');
  // Wherever it comes from first, and once: the editor's files list it too.
  if (REWRITER.test(pathname)) return { url, bytes, kind: 'run' };
  return { url, bytes, kind: isPrefetch ? 'prefetch' : isRealm ? 'realm' : 'script' };
}

/** Inline scripts travel inside the page; they are counted as if each came compressed by itself. */
async function inlineBytes(page: Page): Promise<number> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement>('script:not([src])')]
      .filter((script) => script.type === '' || script.type === 'module')
      .map((script) => script.textContent),
  );
  return texts.reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
}

/** Scripts of which at least one function ran, from the coverage that has been collected since it was started. */
async function ranScripts(page: Page): Promise<Set<string>> {
  const entries = await page.coverage.stopJSCoverage();
  await page.coverage.startJSCoverage({ resetOnNavigation: false });
  const ran = entries.filter((entry) =>
    entry.functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)),
  );
  return new Set(ran.map((entry) => new URL(entry.url).pathname));
}

/** How long what comes at idle may take: idle callbacks wait 5 s at most, and a busy machine longer. */
const PATIENCE_MS = 60_000;

async function came(page: Page, what: string, isHere: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isHere())) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
}

/** Opens a lesson in `page` (Chromium) and weighs the bench that its fragment names, or the first. */
export async function measureSize(page: Page, url: string): Promise<Measured> {
  const transfers: Promise<Transfer | null>[] = [];
  const onResponse = (response: Response): void => {
    const transfer = transferOf(response);
    // Awaited by each sum. What comes after the last one is weighed no more, and its page may be closed by then.
    transfer.catch(() => undefined);
    transfers.push(transfer);
  };
  page.on('response', onResponse);
  const sum = async (kind: Transfer['kind']) => {
    const all = (await Promise.all(transfers)).filter((each) => each?.kind === kind);
    // What is asked for twice comes from the cache the second time.
    const once = new Map(all.flatMap((each) => (each ? [[each.url, each.bytes] as const] : [])));
    return [...once.values()].reduce((total, bytes) => total + bytes, 0);
  };
  await page.coverage.startJSCoverage({ resetOnNavigation: false });

  const { hash } = new URL(url);
  // Without its fragment, which leads to a bench at once.
  await page.goto(url.slice(0, url.length - hash.length), { waitUntil: 'networkidle' });
  const inline = await inlineBytes(page);
  const initial = inline + (await sum('script')) + (await sum('realm')) + (await sum('prefetch'));

  const bench = page.locator(hash || '[data-bench]').first();
  await bench.hover({ position: { x: 20, y: 20 } });
  await bench.and(page.locator('[data-hydrated]')).waitFor();
  // What comes at idle (the realm, the rewriter, the editor's bytes) is waited for by name: a network that is idle is never
  // told of where a request of a realm was given up with its Worker.
  await came(page, 'the realm', async () => (await sum('realm')) > 0);
  await came(page, 'the rewriter', async () => (await sum('run')) > 0);
  await came(page, 'every file that is fetched ahead', async () => {
    const ahead = await page
      .locator('link[rel="prefetch"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
    const here = new Set((await Promise.all(transfers)).map((each) => each?.url));
    return ahead.length > 0 && ahead.every((url) => here.has(url) || !/\.m?js$/.test(url));
  });
  const bytes = {
    initial,
    intent: inline + (await sum('script')),
    run: await sum('run'),
    realm: await sum('realm'),
    prefetch: await sum('prefetch'),
  };
  page.off('response', onResponse);

  const listed: unknown = await (
    await page.request.get(new URL('/editor-files.json', url).href)
  ).json();
  const monaco = new Set((listed as { monaco: string[] }).monaco);
  const early = await ranScripts(page);
  await bench
    .getByRole('region', { name: /^(?:Code|코드)/ })
    .click({ position: { x: 120, y: 20 } });
  await bench.locator('.monaco-editor').waitFor();
  const asked = await ranScripts(page);
  await page.coverage.stopJSCoverage();
  // Chunks that the bench shares with the editor may run before; the editor's own may not.
  const own = [...monaco].filter((path) => /\/(?:MonacoPane|editor\.api)\b/.test(path));
  return {
    bytes,
    editorRanEarly: own.filter((path) => early.has(path)),
    editorRanWhenAsked: own.filter((path) => asked.has(path)),
  };
}

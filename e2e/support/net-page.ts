/** Opens net-bench.tsx in a page of its own, bundled once for each worker. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import type { Locale } from '../../src/i18n/locale.ts';
import { wordsOn } from './words';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const ORIGIN = 'http://net-bench.test/';

/** The sandbox of the page is one that runs nothing, and its editor the one that needs no worker. */
const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve }) {
    onResolve({ filter: /\/page-sandbox$/ }, () => ({ path: here('fake-sandbox.ts') }));
    onResolve({ filter: /\/(MonacoPane|language-worker)$/ }, () => ({
      path: here('no-monaco.ts'),
    }));
  },
};

let bundle: Promise<Readonly<Record<string, string>>> | undefined;

async function bundled(): Promise<Readonly<Record<string, string>>> {
  const { outputFiles } = await build({
    entryPoints: [here('net-bench.tsx')],
    bundle: true,
    write: false,
    outdir: path.join('/', 'out'),
    format: 'esm',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{"SSR":false}' },
    loader: { '.woff2': 'empty' },
    plugins: [standIns],
  });
  return Object.fromEntries(
    outputFiles.map((file) => [path.extname(file.path), file.text] as const),
  );
}

export interface NetPageOptions {
  readonly log?: 'good' | 'resumed' | 'two' | 'long';
  readonly lab?: 'server' | 'page';
  /** With a server half beside the program. */
  readonly half?: boolean;
  /** With a page of its own. */
  readonly output?: boolean;
  readonly language?: Locale;
}

export async function openNetBench(page: Page, options: NetPageOptions = {}): Promise<void> {
  bundle ??= bundled();
  const files = await bundle;
  const { log = 'good', lab = 'page', half = false, output = false } = options;
  const { language = 'en' } = options;
  await page.route(`${ORIGIN}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Network</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>main{padding-inline:16px}${files['.css'] ?? ''}</style><div id="root"></div><script type="module">${(files['.js'] ?? '').replaceAll('</script', '<\\/script')}</script>`,
    }),
  );
  const flags = `${half ? '&half' : ''}${output ? '&output' : ''}`;
  const folder = language === 'en' ? '' : `${language}/`;
  await page.goto(`${ORIGIN}${folder}?log=${log}&lab=${lab}${flags}`);
  await page.getByRole('list', { name: wordsOn(page).messages.list }).waitFor();
}

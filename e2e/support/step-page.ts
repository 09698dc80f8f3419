/** Opens step-bench.tsx in a page of its own, bundled once for each worker. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('step-bench.tsx', import.meta.url));
const ORIGIN = 'http://step-bench.test/';

let bundle: Promise<Readonly<Record<string, string>>> | undefined;

async function bundled(): Promise<Readonly<Record<string, string>>> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    outdir: path.join('/', 'out'),
    format: 'iife',
    target: 'es2024',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'empty' },
  });
  return Object.fromEntries(
    outputFiles.map((file) => [path.extname(file.path), file.text] as const),
  );
}

/** The page with a recording at a step: `openSteps(page, 'lesson', 7)`. */
export async function openSteps(
  page: Page,
  trace: string,
  step?: number,
  theme: 'light' | 'dark' = 'light',
): Promise<void> {
  bundle ??= bundled();
  const files = await bundle;
  await page.route(`${ORIGIN}**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Steps</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>${files['.css'] ?? ''}</style><div id="root"></div><script>${(files['.js'] ?? '').replaceAll('</script', '<\\/script')}</script>`,
    }),
  );
  const at = step === undefined ? '' : `&step=${step}`;
  await page.goto(`${ORIGIN}?trace=${trace}${at}&theme=${theme}`);
  await page.getByRole('slider', { name: 'Step' }).waitFor();
}

/** Serves pixels-page.tsx with the realm, by the site's own handler: a bench with pictures, before any lesson has one. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { buildRealmPage } from '../../integrations/realm-page.ts';
import { createHandler } from '../../server/http.ts';
import { listen, stopListening } from '../../server/listen.ts';
import { openSite } from '../../server/static.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface PixelsSite {
  /** Of one of the snippets, in a theme. */
  url(snippet: string, theme?: 'light' | 'dark'): string;
  close(): Promise<void>;
}

export async function startPixelsSite(): Promise<PixelsSite> {
  const dist = await mkdtemp(path.join(tmpdir(), 'bytescope-pixels-'));
  await writeDist(dist);
  const handler = createHandler(await openSite(dist), { lan: false, hosts: [], realmOrigins: [] });
  const listening = await listen(handler, { port: 0, fallbacks: 0, lan: false });
  return {
    url: (snippet, theme = 'light') =>
      `http://localhost:${listening.port}/?snippet=${snippet}&theme=${theme}`,
    async close() {
      await stopListening(listening, 0);
      await rm(dist, { recursive: true, force: true });
    },
  };
}

async function writeDist(dist: string): Promise<void> {
  const realm = await buildRealmPage(ROOT);
  await mkdir(path.join(dist, 'realm'), { recursive: true });
  await writeFile(path.join(dist, realm.path), realm.html);
  /** What Vite does in the site: the realm's path, and the relay as a file of its own. */
  const site: Plugin = {
    name: 'site',
    setup(setup) {
      // Never asked for: `SSR` leaves the editors out.
      setup.onResolve({ filter: /\/(CodeMirrorPane|MonacoPane)$/ }, ({ path: name }) => ({
        path: name,
        external: true,
      }));
      setup.onResolve({ filter: /^virtual:bytescope-realm$/ }, ({ path: name }) => ({
        path: name,
        namespace: 'site',
      }));
      setup.onLoad({ filter: /.*/, namespace: 'site' }, () => ({
        contents:
          `export const realmPath = ${JSON.stringify(realm.path)};` +
          'export const labFiles = { path: "", tusPath: "", media: [] };',
      }));
      setup.onLoad({ filter: /relay-link\.ts$/ }, async ({ path: file }) => ({
        contents: (await readFile(file, 'utf8')).replace(
          "new URL('./relay.worker.ts', import.meta.url)",
          "'/relay.worker.js'",
        ),
        loader: 'ts',
      }));
    },
  };
  const common = { bundle: true, target: 'es2024', platform: 'browser', format: 'esm' } as const;
  await Promise.all([
    build({
      ...common,
      entryPoints: [path.join(ROOT, 'e2e/support/pixels-page.tsx')],
      outdir: dist,
      splitting: true,
      minify: true,
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{"SSR":true}' },
      loader: { '.woff2': 'empty' },
      plugins: [site],
    }),
    build({
      ...common,
      entryPoints: [path.join(ROOT, 'src/sandbox/relay.worker.ts')],
      outfile: path.join(dist, 'relay.worker.js'),
    }),
  ]);
  await writeFile(
    path.join(dist, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pixels</title>' +
      '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">' +
      '<link rel="stylesheet" href="/pixels-page.css"><div id="root"></div>' +
      '<script type="module" src="/pixels-page.js"></script></html>',
  );
}

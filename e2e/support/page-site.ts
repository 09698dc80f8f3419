/** Serves a page of e2e/support with the realm and the clips, by the site's own handler: what no lesson shows by itself. */
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { buildRealmPage } from '../../integrations/realm-page.ts';
import { createHandler } from '../../server/http.ts';
import { listen, stopListening } from '../../server/listen.ts';
import { openSite } from '../../server/static.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface PageSite {
  url(search: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

/**
 * @param page the name of a `.tsx` file beside this one
 * @param withFonts as the site has them, and each there before the first paint: for who looks at pixels
 */
export async function startPageSite(page: string, withFonts = false): Promise<PageSite> {
  const dist = await mkdtemp(path.join(tmpdir(), `bytescope-${page}-`));
  await writeDist(dist, page, withFonts);
  const handler = createHandler(await openSite(dist), { lan: false, hosts: [], realmOrigins: [] });
  const listening = await listen(handler, { port: 0, fallbacks: 0, lan: false });
  return {
    url: (search) =>
      `http://localhost:${listening.port}/?${String(new URLSearchParams({ ...search }))}`,
    async close() {
      await stopListening(listening, 0);
      await rm(dist, { recursive: true, force: true });
    },
  };
}

async function writeDist(dist: string, page: string, withFonts: boolean): Promise<void> {
  const realm = await buildRealmPage(ROOT);
  await mkdir(path.join(dist, 'realm'), { recursive: true });
  await writeFile(path.join(dist, realm.path), realm.html);
  await cp(path.join(ROOT, 'public/media'), path.join(dist, 'media'), { recursive: true });
  /** What Vite does in the site: the realm's path, and the relay as a file of its own. */
  const site: Plugin = {
    name: 'site',
    setup(setup) {
      // Never asked for: `SSR` leaves the editors out.
      setup.onResolve(
        { filter: /\/(CodeMirrorPane|MonacoPane|language-worker)$/ },
        ({ path: name }) => ({
          path: name,
          external: true,
        }),
      );
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
  /** A font that came too late for the first paint would stay away (`optional`) or come at some moment (`swap`). */
  const fonts: Plugin = {
    name: 'fonts',
    setup(setup) {
      setup.onLoad({ filter: /fonts\.css$/ }, async ({ path: css }) => ({
        contents: (await readFile(css, 'utf8')).replaceAll(
          /font-display: \w+/g,
          'font-display: block',
        ),
        loader: 'css',
      }));
    },
  };
  const common = { bundle: true, target: 'es2024', platform: 'browser', format: 'esm' } as const;
  await Promise.all([
    build({
      ...common,
      entryPoints: [path.join(ROOT, `e2e/support/${page}.tsx`)],
      outdir: dist,
      splitting: true,
      minify: true,
      jsx: 'automatic',
      define: {
        'process.env.NODE_ENV': '"production"',
        'import.meta.env': '{"SSR":true,"BASE_URL":"/"}',
      },
      loader: { '.woff2': withFonts ? 'file' : 'empty' },
      plugins: withFonts ? [site, fonts] : [site],
    }),
    build({
      ...common,
      entryPoints: [path.join(ROOT, 'src/sandbox/relay.worker.ts')],
      outfile: path.join(dist, 'relay.worker.js'),
    }),
  ]);
  await writeFile(
    path.join(dist, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>' +
      '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">' +
      `<link rel="stylesheet" href="/${page}.css"><div id="root"></div>` +
      `<script type="module" src="/${page}.js"></script></html>`,
  );
}

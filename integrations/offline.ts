/**
 * The service worker and what it is told by the build: its name, the stand-in pages with all that they need, and the
 * editors. Every other page gets the address of a list of its own files into its head, named by content, so that a page
 * and its list are always of one build. Runs after everything that writes pages or files, and before the policies.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { fetchedByPage, filesOfPage, type SiteFiles } from '../src/build/page-files';
import { withBase } from '../src/core/base-path';
import { DEFAULT_LOCALE, LOCALES } from '../src/i18n/locale';
import {
  BUILD_META,
  FILES_META,
  offlinePage,
  WORKER,
  type PageFile,
} from '../src/offline/addresses';

const hashOf = (...texts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex').slice(0, 16);
};

async function readSiteFiles(root: string): Promise<SiteFiles> {
  const assets = new Map<string, string | null>();
  for (const name of (await readdir(join(root, '_astro'))).sort()) {
    const isText = /\.(?:m?js|css)$/.test(name);
    assets.set(name, isText ? await readFile(join(root, '_astro', name), 'utf8') : null);
  }
  const lists = await readEditors(root);
  return {
    assets,
    media: new Set(await readdir(join(root, 'media')).catch(() => [])),
    editor: new Set(lists.flat().map((path) => basename(path))),
  };
}

/** Paths of the lessons' programs, of every language. */
async function readExamples(root: string): Promise<readonly string[]> {
  const folders = LOCALES.map((locale) =>
    locale === DEFAULT_LOCALE ? 'examples' : `${locale}/examples`,
  );
  const paths = folders.map(async (folder) => {
    const names = await readdir(join(root, folder)).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`);
  });
  return (await Promise.all(paths)).flat().sort();
}

/** As integrations/monaco.ts lists them; none where no page has an editor. */
async function readEditors(root: string): Promise<readonly (readonly string[])[]> {
  const text = await readFile(join(root, 'editor-files.json'), 'utf8').catch(() => '{}');
  const lists = Object.values(JSON.parse(text) as Readonly<Record<string, readonly string[]>>);
  return lists.map((list) => list.map((path) => path.slice(1)));
}

async function pageFiles(root: string, paths: readonly string[]): Promise<readonly PageFile[]> {
  return Promise.all(
    paths.map(async (path): Promise<PageFile> => {
      const { size } = await stat(join(root, path));
      const isHashed = path.startsWith('_astro/');
      return isHashed ? [path, size] : [path, size, hashOf(await readFile(join(root, path)))];
    }),
  );
}

async function buildWorker(root: string, told: unknown): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/offline/worker.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    define: { BUILD: JSON.stringify(told) },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Pages by their paths within the site: `lessons/views/`, and '' for the first. */
async function readPages(root: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const files = (await readdir(root, { recursive: true })).map((file) =>
    file.replaceAll('\\', '/'),
  );
  for (const file of files.sort()) {
    if (!/(?:^|\/)index\.html$/.test(file)) continue;
    pages.set(file.slice(0, -'index.html'.length), await readFile(join(root, file), 'utf8'));
  }
  return pages;
}

const withMeta = (html: string, name: string, content: string): string =>
  html.replace(
    /<meta charset="?utf-8"?\s*\/?>/i,
    (charset) => `${charset}<meta name="${name}" content="${content}">`,
  );

async function writeOffline(project: string, root: string, base: string): Promise<string> {
  const site = await readSiteFiles(root);
  const pages = await readPages(root);
  const examples = await readExamples(root);
  const standIns = new Set(LOCALES.map(offlinePage));
  const shell = new Set<string>([...standIns, 'favicon.svg']);
  const name = hashOf(
    ...pages.values(),
    ...[...site.assets].flatMap(([file, text]) => [file, text ?? '']),
  );

  await mkdir(join(root, '_astro'), { recursive: true });
  for (const [path, html] of pages) {
    const files = [...filesOfPage(html, site), ...fetchedByPage(path, examples)];
    if (standIns.has(path)) {
      for (const file of files) shell.add(file);
      continue;
    }
    const list = JSON.stringify(await pageFiles(root, files));
    const listPath = `_astro/files.${hashOf(list)}.json`;
    await writeFile(join(root, listPath), list);
    const marked = withMeta(
      withMeta(html, BUILD_META, name),
      FILES_META,
      withBase(base, `/${listPath}`),
    );
    await writeFile(join(root, path, 'index.html'), marked);
  }
  const told = { name, shell: [...shell].sort(), editors: await readEditors(root) };
  await writeFile(join(root, WORKER), await buildWorker(project, told));
  return name;
}

export function offline(): AstroIntegration {
  let project = '';
  let base = '/';
  return {
    name: 'bytescope:offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = fileURLToPath(config.root);
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const name = await writeOffline(project, fileURLToPath(dir), base);
        logger.info(`The service worker is of build ${name}.`);
      },
    },
  };
}

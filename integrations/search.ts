/**
 * Writes the search index beside the built pages (`/pagefind/`), one for each language: sections of lessons and other
 * pages that have a `data-pagefind-body`, words of the glossary, and explained errors. src/components/search reads it.
 * @see https://pagefind.app/docs/node-api/
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchList } from '../src/offline/addresses';
import { NOT_SEARCHED, searchRecords, searchWords } from '../src/build/search-index';
import { LOCALES, type Locale } from '../src/i18n/locale';

/** Pagefind's own interfaces, its highlighter and its Worker: the page has its own, and does without. */
const UNUSED = /^pagefind-(?!entry)/;

/** Files of one language that results are read from: a record each would be hundreds of requests to keep it offline. */
const MOST_FRAGMENTS = 12;

function check({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`The search index: ${errors.join('; ')}`);
}

async function addPages(index: PagefindIndex, root: string): Promise<void> {
  const files = (await readdir(root, { recursive: true })).filter((file) =>
    file.endsWith('index.html'),
  );
  for (const file of files.sort()) {
    const content = await readFile(join(root, file), 'utf8');
    if (!content.includes('data-pagefind-body')) continue;
    const url = `/${file.replaceAll('\\', '/').slice(0, -'index.html'.length)}`;
    check(await index.addHTMLFile({ url, content }));
  }
}

/** Whether a search in this language may read the file. */
const isFor = (locale: Locale, path: string) =>
  !LOCALES.some((other) => other !== locale && new RegExp(`(?:^|[./])${other}[._]`).test(path));

async function writeIndex(root: string): Promise<number> {
  const { index, errors } = await createIndex({
    excludeSelectors: [...NOT_SEARCHED],
    maxFragments: MOST_FRAGMENTS,
  });
  check({ errors });
  if (index === undefined) throw new Error('The search index could not be begun.');
  await addPages(index, root);
  for (const record of searchRecords()) check(await index.addCustomRecord({ ...record }));
  const { files } = await index.getFiles();
  const kept = files.filter(({ path }) => !UNUSED.test(path));
  for (const { path, content } of kept) {
    const file = join(root, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  for (const locale of LOCALES) {
    const words = `words.${locale}.json`;
    await writeFile(join(root, 'pagefind', words), JSON.stringify(searchWords(locale)));
    const own = kept.map(({ path }) => path).filter((path) => isFor(locale, path));
    await writeFile(join(root, 'pagefind', searchList(locale)), JSON.stringify([...own, words]));
  }
  await close();
  return kept.reduce((sum, { content }) => sum + content.length, 0);
}

export function search(): AstroIntegration {
  return {
    name: 'bytescope:search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const bytes = await writeIndex(fileURLToPath(dir));
        logger.info(`The search index takes ${String(Math.round(bytes / 1024))} KiB.`);
      },
    },
  };
}

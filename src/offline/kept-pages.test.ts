import { beforeEach, expect, test, vi } from 'vitest';
import type { PageFile } from './addresses';
import { FakeCaches, SCOPE } from './fake-caches.fixture';
import {
  bytesOf,
  FILES_CACHE,
  KeptPages,
  PAGES_CACHE,
  pagesToDrop,
  type KeptPage,
} from './kept-pages';

const at = (path: string) => new URL(path, SCOPE).href;

/** The site as it is now; what is not in it answers 404. */
let site: Record<string, string>;
let caches: FakeCaches;
const asked: string[] = [];
const fetchFake = vi.fn(async (url: string) => {
  asked.push(url.slice(SCOPE.length));
  const body = site[url.slice(SCOPE.length)];
  return Promise.resolve(
    body === undefined ? new Response('', { status: 404 }) : new Response(body),
  );
});
const keptPages = (mostBytes = 1e6) =>
  new KeptPages({
    caches: caches as unknown as CacheStorage,
    fetch: fetchFake,
    scope: SCOPE,
    mostBytes,
  });

/** Puts a page with a list of its own into the site. */
function publish(path: string, listName: string, files: readonly PageFile[], title = path): void {
  site[path] =
    `<meta name="page-files" content="/teach/_astro/${listName}"><title>${title}</title>`;
  site[`_astro/${listName}`] = JSON.stringify(files);
}

beforeEach(() => {
  site = { '_astro/a.js': 'a', '_astro/b.js': 'b', 'media/clip.webm': 'first' };
  caches = new FakeCaches();
  asked.length = 0;
  fetchFake.mockReset();
});

test('a page is kept with its files, and known by its title', async () => {
  publish('lessons/views/', 'list1.json', [['_astro/a.js', 1]], 'Views &amp; buffers');
  const kept = keptPages();
  await kept.keep(at('lessons/views/?from=mail#here'), 5);
  const [page] = await kept.list();
  expect(page).toMatchObject({ url: at('lessons/views/'), title: 'Views & buffers', openedAt: 5 });
  expect(await (await kept.match(at('lessons/views/#there')))?.text()).toContain('Views');
  expect(await (await kept.matchFile(at('_astro/a.js')))?.text()).toBe('a');
});

test('a page of which something does not come is not kept, and an earlier copy stays', async () => {
  publish('one/', 'list1.json', [['_astro/a.js', 1]]);
  const kept = keptPages();
  await kept.keep(at('one/'), 1);
  publish('one/', 'list2.json', [['_astro/gone.js', 1]], 'new');
  await expect(kept.keep(at('one/'), 2)).rejects.toThrow('_astro/gone.js answered 404');
  expect((await kept.list()).map(({ title, openedAt }) => [title, openedAt])).toEqual([
    ['one/', 1],
  ]);
});

test('a host that answers with a page for a file it has not spoils nothing', async () => {
  publish('one/', 'list1.json', [['_astro/gone.js', 1]]);
  const html = () =>
    new Response('<title>Home</title>', { headers: { 'Content-Type': 'text/html' } });
  const kept = keptPages();
  const files = site;
  fetchFake.mockImplementation((url: string) => {
    const body = files[url.slice(SCOPE.length)];
    return Promise.resolve(body === undefined ? html() : new Response(body));
  });
  await expect(kept.keep(at('one/'), 1)).rejects.toThrow('_astro/gone.js answered 200');
  expect(await kept.matchFile(at('_astro/gone.js'))).toBeUndefined();

  const list = site['_astro/list1.json'];
  delete site['_astro/list1.json'];
  const fresh = new KeptPages({
    caches: new FakeCaches() as unknown as CacheStorage,
    fetch: fetchFake,
    scope: SCOPE,
    mostBytes: 1e6,
  });
  await expect(fresh.keep(at('one/'), 2)).rejects.toThrow();
  site['_astro/list1.json'] = list ?? '';
  site['_astro/gone.js'] = 'here again';
  await fresh.keep(at('one/'), 3);
  expect((await fresh.list()).map(({ openedAt }) => openedAt)).toEqual([3]);
});

test('what is no page of the site, or says nothing of its files, is not kept', async () => {
  site['plain/'] = '<title>Somebody else’s</title>';
  const kept = keptPages();
  await kept.keep(at('plain/'), 1);
  await kept.keep(at('missing/'), 1);
  expect(await kept.list()).toEqual([]);
});

test('a file that two pages need is fetched once, and goes with the last of them', async () => {
  publish('one/', 'list1.json', [
    ['_astro/a.js', 1],
    ['_astro/b.js', 1],
  ]);
  publish('two/', 'list2.json', [['_astro/a.js', 1]]);
  const kept = keptPages();
  await Promise.all([kept.keep(at('one/'), 1), kept.keep(at('two/'), 2)]);
  expect(asked.filter((path) => path === '_astro/a.js')).toHaveLength(1);

  publish('one/', 'list3.json', []);
  await kept.keep(at('one/'), 3);
  expect(await caches.urls(FILES_CACHE)).toEqual([
    '_astro/a.js',
    '_astro/list2.json',
    '_astro/list3.json',
  ]);
});

test('media is fetched again when a new list says that it may be another, and only then', async () => {
  publish('one/', 'list1.json', [['media/clip.webm', 5, 'hash1']]);
  const kept = keptPages();
  await kept.keep(at('one/'), 1);
  await kept.keep(at('one/'), 2);
  expect(asked.filter((path) => path === 'media/clip.webm')).toHaveLength(1);
  site['media/clip.webm'] = 'second';
  publish('one/', 'list2.json', [['media/clip.webm', 6, 'hash2']]);
  await kept.keep(at('one/'), 3);
  expect(await (await kept.matchFile(at('media/clip.webm')))?.text()).toBe('second');
});

test('past the limit what was opened longest ago goes, never what is open', async () => {
  for (const [n, path] of ['one/', 'two/', 'three/'].entries())
    publish(path, `list${n}.json`, [[`_astro/${n}.js`, 1000]]);
  for (const n of [0, 1, 2]) site[`_astro/${n}.js`] = String(n);
  const kept = keptPages(2500);
  await kept.keep(at('one/'), 1);
  await kept.keep(at('two/'), 2);
  await kept.keep(at('one/'), 3);
  await kept.keep(at('three/'), 4);
  expect(await caches.urls(PAGES_CACHE)).toEqual(['one/', 'three/']);
  expect(await caches.urls(FILES_CACHE)).not.toContain('_astro/1.js');
});

test('all of it can be removed', async () => {
  publish('one/', 'list1.json', [['_astro/a.js', 1]]);
  const kept = keptPages();
  await kept.keep(at('one/'), 1);
  await kept.remove();
  expect(await kept.list()).toEqual([]);
  expect(await kept.matchFile(at('_astro/a.js'))).toBeUndefined();
});

const page = (url: string, openedAt: number, ...files: readonly PageFile[]): KeptPage => ({
  ...{ url, openedAt, files },
  title: url,
  bytes: 10,
});

test('shared files are weighed once', () => {
  const shared: PageFile = ['_astro/a.js', 100];
  expect(bytesOf([page('a', 1, shared), page('b', 2, shared, ['_astro/b.js', 5])])).toBe(125);
});

test('one page that is larger than the limit stays while it is open', () => {
  const pages = [page('big', 1, ['x', 1000]), page('old', 0, ['y', 10])];
  expect([...pagesToDrop(pages, 500, 'big')]).toEqual(['old']);
});

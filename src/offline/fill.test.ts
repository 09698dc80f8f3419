import { expect, test } from 'vitest';
import { FakeCaches, SCOPE } from './fake-caches.fixture';
import { fill } from './fill';

const at = (path: string) => SCOPE + path;

const headersOf = (body: string): Record<string, string> =>
  body.startsWith('<!doctype html>') ? { 'Content-Type': 'text/html; charset=utf-8' } : {};

function setUp(site: Readonly<Record<string, string>>) {
  const caches = new FakeCaches();
  const asked: string[] = [];
  const options = {
    caches: caches as unknown as CacheStorage,
    fetch: (url: string) => {
      asked.push(url);
      const body = site[url.slice(SCOPE.length)];
      const init = { status: body === undefined ? 404 : 200, headers: headersOf(body ?? '') };
      return Promise.resolve(new Response(body ?? '', init));
    },
    isHashed: (url: string) => url.includes('/_astro/'),
  };
  return { caches, asked, options };
}

test('a cache has what it was filled with last', async () => {
  const { caches, options } = setUp({ 'a.js': 'a', 'b.js': 'b', 'c.js': 'c' });
  await fill('editor', ['a.js', 'b.js'].map(at), options);
  await fill('editor', ['b.js', 'c.js'].map(at), options);
  expect(await caches.urls('editor')).toEqual(['b.js', 'c.js']);
});

test('where a file does not come, what was there stays', async () => {
  const { caches, options } = setUp({ 'a.js': 'a', 'b.js': 'b' });
  await fill('editor', ['a.js', 'b.js'].map(at), options);
  await expect(fill('editor', ['gone.js'].map(at), options)).rejects.toThrow('404');
  expect(await caches.urls('editor')).toEqual(['a.js', 'b.js']);
});

test('a page that a host gives for a file it has not is not kept as that file', async () => {
  const page = '<!doctype html><title>Sign in</title>';
  const { caches, options } = setUp({ 'a.js': 'a', 'b.js': page, 'offline/': page });
  await fill('shell', ['a.js', 'offline/'].map(at), options);
  await expect(fill('shell', ['b.js'].map(at), options)).rejects.toThrow('not with that file');
  expect(await caches.urls('shell')).toEqual(['a.js', 'offline/']);
});

test('a page that was once kept for a file is fetched anew, and is nowhere any more', async () => {
  const { caches, asked, options } = setUp({ '_astro/a.js': 'a' });
  const page = () => new Response('<!doctype html>', { headers: headersOf('<!doctype html>') });
  for (const name of ['old', 'shell'])
    await (await caches.open(name)).put(at('_astro/a.js'), page());
  await fill('shell', ['_astro/a.js'].map(at), options);
  expect(asked).toEqual([at('_astro/a.js')]);
  expect(await (await caches.match(at('_astro/a.js')))?.text()).toBe('a');
  expect(await caches.urls('old')).toEqual([]);
});

test('what is named by its content is fetched once, for all caches', async () => {
  const { asked, options } = setUp({ '_astro/a.js': 'a', 'list.json': '[]' });
  await fill('shell', ['_astro/a.js', 'list.json'].map(at), options);
  await fill('editor', ['_astro/a.js', 'list.json'].map(at), options);
  expect(asked.filter((url) => url === at('_astro/a.js'))).toHaveLength(1);
  expect(asked.filter((url) => url === at('list.json'))).toHaveLength(2);
});

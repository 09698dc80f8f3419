/** Fills a cache with a list of files that belong together. */
import { checkFile } from './check-file';
import { inTurn } from './in-turn';

export interface FillOptions {
  readonly caches: CacheStorage;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Whether a file is named by its content: then what any cache has of it is right. */
  readonly isHashed: (url: string) => boolean;
}

/**
 * Puts files into a cache, and then takes out what is not among them: what was kept stays until all of the new is there.
 * What another cache has is not fetched again. Rejects where a file does not come.
 */
export async function fill(
  name: string,
  urls: readonly string[],
  { caches, fetch, isHashed }: FillOptions,
): Promise<void> {
  const cache = await caches.open(name);
  await inTurn(urls, async (url) => {
    const known = isHashed(url) ? await knownFile(caches, url) : undefined;
    const response = known ?? (await fetch(url, isHashed(url) ? {} : { cache: 'no-cache' }));
    checkFile(url, response);
    await cache.put(url, response);
  });
  const wanted = new Set(urls);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/** What some cache has of a file. A copy that is not the file, kept before that was checked, is taken out of all. */
async function knownFile(caches: CacheStorage, url: string): Promise<Response | undefined> {
  const known = await caches.match(url);
  if (known === undefined) return undefined;
  try {
    checkFile(url, known);
    return known;
  } catch {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
    return undefined;
  }
}

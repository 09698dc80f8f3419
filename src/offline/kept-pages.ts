/**
 * The pages that this device keeps, each with the files it needs: what the service worker answers from when there is no
 * network, and what the panels list. A page is kept whole or not at all. Files are shared by pages; one that no page
 * needs any more goes.
 */
import { FILES_META, type PageFile } from './addresses';
import { checkFile } from './check-file';
import { inTurn } from './in-turn';

export const PAGES_CACHE = 'bytescope-pages';
export const FILES_CACHE = 'bytescope-files';
export const SEARCH_CACHE = 'bytescope-search';
export const EDITOR_CACHE = 'bytescope-editor';

export interface KeptPage {
  readonly url: string;
  readonly title: string;
  /** When it was last opened, in milliseconds of the epoch. */
  readonly openedAt: number;
  readonly files: readonly PageFile[];
  /** Of the page alone. */
  readonly bytes: number;
}

/** What is known of a page travels in headers of its copy, so that both are there or neither. */
const HEADERS = {
  openedAt: 'x-kept-opened',
  title: 'x-kept-title',
  files: 'x-kept-files',
  bytes: 'x-kept-bytes',
} as const;

export interface KeptPagesOptions {
  readonly caches: CacheStorage;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** The site's address, with a slash at its end. */
  readonly scope: string;
  /** Pages and files together, in bytes. What was opened longest ago goes first. */
  readonly mostBytes: number;
}

const metaOf = (html: string, name: string): string | null =>
  new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1] ?? null;

const titleOf = (html: string): string =>
  (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Without query and fragment: what a page is kept under. */
export function pageUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

export class KeptPages {
  readonly #options: KeptPagesOptions;
  /** One after the other: two pages that come at once share files and the room there is. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: KeptPagesOptions) {
    this.#options = options;
  }

  /**
   * Fetches a page and what it needs, and keeps them. Rejects where something of it does not come; an earlier copy stays.
   * @param now when it was opened
   */
  keep(url: string, now: number): Promise<void> {
    const kept = this.#queue.then(() => this.#keep(pageUrl(url), now));
    this.#queue = kept.catch(() => undefined);
    return kept;
  }

  /** The copy of a page, or undefined. */
  async match(url: string): Promise<Response | undefined> {
    const pages = await this.#options.caches.open(PAGES_CACHE);
    return pages.match(pageUrl(url));
  }

  /** A file of a kept page, or undefined. */
  async matchFile(url: string): Promise<Response | undefined> {
    const files = await this.#options.caches.open(FILES_CACHE);
    return files.match(pageUrl(url));
  }

  /** What is kept, the page that was opened last first. */
  async list(): Promise<readonly KeptPage[]> {
    const pages = await this.#options.caches.open(PAGES_CACHE);
    const kept: KeptPage[] = [];
    for (const { url } of await pages.keys()) {
      const copy = await pages.match(url);
      if (copy === undefined) continue;
      const { headers } = copy;
      const listUrl = headers.get(HEADERS.files);
      kept.push({
        url,
        title: decodeURIComponent(headers.get(HEADERS.title) ?? ''),
        openedAt: Number(headers.get(HEADERS.openedAt)),
        bytes: Number(headers.get(HEADERS.bytes)),
        files: listUrl === null ? [] : ((await this.#keptList(listUrl)) ?? []),
      });
    }
    return kept.toSorted((a, b) => b.openedAt - a.openedAt);
  }

  /** Everything goes, the search and the editor too. The service worker's own few files stay. */
  async remove(): Promise<void> {
    for (const name of [PAGES_CACHE, FILES_CACHE, SEARCH_CACHE, EDITOR_CACHE])
      await this.#options.caches.delete(name);
  }

  async #keep(url: string, now: number): Promise<void> {
    const { fetch, caches } = this.#options;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok || pageUrl(response.url || url) !== url) return;
    const html = await response.text();
    const listPath = metaOf(html, FILES_META);
    // Not a page that is kept: one of errors, or none of ours.
    if (listPath === null) return;
    const listUrl = new URL(listPath, url).href;
    const before = (await this.match(url))?.headers.get(HEADERS.files);
    const list = (await this.#keptList(listUrl)) ?? (await this.#fetchList(listUrl));
    await this.#fetchFiles(list, before !== listUrl);

    const headers = new Headers(response.headers);
    headers.delete('Content-Encoding');
    headers.delete('Content-Length');
    headers.set(HEADERS.openedAt, String(now));
    headers.set(HEADERS.title, encodeURIComponent(titleOf(html)));
    headers.set(HEADERS.files, listUrl);
    const body = new TextEncoder().encode(html);
    headers.set(HEADERS.bytes, String(body.byteLength));
    const pages = await caches.open(PAGES_CACHE);
    await pages.put(url, new Response(body, { headers }));
    await this.#trim(url);
  }

  async #keptList(url: string): Promise<readonly PageFile[] | null> {
    const copy = await this.matchFile(url);
    return copy === undefined ? null : ((await copy.json()) as readonly PageFile[]);
  }

  async #fetchList(url: string): Promise<readonly PageFile[]> {
    const response = await this.#options.fetch(url);
    checkFile(url, response);
    const copy = response.clone();
    const list: unknown = await response.json();
    if (!Array.isArray(list)) throw new Error(`${url} is no list of files.`);
    const files = await this.#options.caches.open(FILES_CACHE);
    await files.put(url, copy);
    return list as readonly PageFile[];
  }

  /** @param isNew whether the list is another than that of the copy before: what has no hash in its name may differ */
  async #fetchFiles(list: readonly PageFile[], isNew: boolean): Promise<void> {
    const { caches, fetch, scope } = this.#options;
    const files = await caches.open(FILES_CACHE);
    await inTurn(list, async ([path, , hash]) => {
      const url = new URL(path, scope).href;
      const mayDiffer = hash !== undefined && isNew;
      if (!mayDiffer && (await files.match(url)) !== undefined) return;
      const response = await fetch(url, mayDiffer ? { cache: 'no-cache' } : {});
      checkFile(url, response);
      await files.put(url, response);
    });
  }

  /** Lets pages go until the rest fits, and then the files that none of them needs. */
  async #trim(justOpened: string): Promise<void> {
    const { caches, mostBytes, scope } = this.#options;
    const all = await this.list();
    const gone = pagesToDrop(all, mostBytes, justOpened);
    const pages = await caches.open(PAGES_CACHE);
    for (const url of gone) await pages.delete(url);

    const needed = new Set<string>();
    for (const { url, files } of all) {
      if (gone.has(url)) continue;
      const listUrl = (await pages.match(url))?.headers.get(HEADERS.files);
      if (listUrl != null) needed.add(listUrl);
      for (const [path] of files) needed.add(new URL(path, scope).href);
    }
    const files = await caches.open(FILES_CACHE);
    for (const { url } of await files.keys()) if (!needed.has(url)) await files.delete(url);
  }
}

/** Bytes of pages and of the files they share. */
export function bytesOf(pages: readonly KeptPage[]): number {
  const files = new Map(
    pages.flatMap((page) => page.files.map(([path, bytes]) => [path, bytes] as const)),
  );
  const own = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...files.values()].reduce((sum, bytes) => sum + bytes, own);
}

/** Which pages go so that the rest fits: those opened longest ago, and never the one that is open. */
export function pagesToDrop(
  pages: readonly KeptPage[],
  mostBytes: number,
  justOpened: string,
): ReadonlySet<string> {
  const gone = new Set<string>();
  const oldestFirst = pages.toSorted((a, b) => a.openedAt - b.openedAt);
  for (const { url } of oldestFirst) {
    if (bytesOf(pages.filter((page) => !gone.has(page.url))) <= mostBytes) break;
    if (url !== justOpened) gone.add(url);
  }
  return gone;
}

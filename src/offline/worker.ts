/**
 * The service worker: what was read once can be read again without a network (decision 25). It is in no reader's way while
 * there is one: documents come from the network first, files that are named by their content from what is kept.
 *
 * integrations/offline.ts bundles it and says what it is of. It never takes over by itself while pages of an older build
 * are open: the reader is asked (src/loader/offline.ts).
 */
import { offlinePage, searchList, type Locale } from './addresses';
import { fill } from './fill';
import { EDITOR_CACHE, KeptPages, pageUrl, SEARCH_CACHE } from './kept-pages';
import { parseToWorker, type KeepProgress } from './messages';
import { localeAt, planFor } from './plan';
import { partOf } from './range';

interface Build {
  readonly name: string;
  /** What the stand-in pages need, and they themselves: paths within the site. */
  readonly shell: readonly string[];
  /** Files of each editor; the first is the one that is asked for when the editor is opened. */
  readonly editors: readonly (readonly string[])[];
}
declare const BUILD: Build;

/** TypeScript's DOM library does not know a service worker's own globals. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchAsked extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', heard: (event: FetchAsked) => void): void;
  addEventListener(type: 'message', heard: (event: Told) => void): void;
}
const worker = globalThis as unknown as WorkerScope;

const { scope } = worker.registration;
const at = (path: string): string => new URL(path, scope).href;
const SHELL_CACHE = `bytescope-shell-${BUILD.name}`;
/** All lessons in both languages, with their media, take less than half of it. */
const MOST_BYTES = 120_000_000;
/** How long a page that is kept waits for a network that does not answer. */
const PATIENCE_MS = 5000;
/** An editor that has just been opened has work of its own, and its reader types. */
const EDITOR_SETTLES_MS = 5000;

/** For later: behind everything that the reader waits for. */
const fetchBehind = (url: string, init?: RequestInit): Promise<Response> =>
  fetch(url, { ...init, priority: 'low' });

const kept = new KeptPages({
  caches,
  fetch: fetchBehind,
  scope,
  mostBytes: MOST_BYTES,
});

const fillCache = (name: string, urls: readonly string[]): Promise<void> =>
  fill(name, urls, {
    caches,
    fetch: fetchBehind,
    isHashed: (url) => planFor({ method: 'GET', mode: '', url }, scope) === 'file',
  });

async function dropOldShells(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('bytescope-shell-') && name !== SHELL_CACHE) await caches.delete(name);
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A document: the network's unless it fails or dawdles, then the copy, then the page that says there is none. */
async function page(event: FetchAsked): Promise<Response> {
  const { request } = event;
  const ofNetwork = fetch(request);
  // It may fail later than anybody waits for it.
  event.waitUntil(ofNetwork.catch(() => undefined));
  const copy = await kept.match(request.url);
  try {
    const response = await (copy === undefined
      ? ofNetwork
      : Promise.race([ofNetwork, after(PATIENCE_MS).then(() => copy)]));
    // A proxy whose server is away answers in its place.
    return response.status >= 502 && copy !== undefined ? copy : response;
  } catch {
    const standIn = await caches.match(at(offlinePage(localeAt(request.url, scope))));
    return copy ?? standIn ?? Response.error();
  }
}

async function file(event: FetchAsked): Promise<Response> {
  const { request } = event;
  const opened = BUILD.editors.find(([entry = '']) => at(entry) === pageUrl(request.url));
  // Fetched ahead it is for nobody yet.
  if (opened !== undefined && request.destination === 'script')
    event.waitUntil(
      after(EDITOR_SETTLES_MS)
        .then(() => fillCache(EDITOR_CACHE, opened.map(at)))
        .catch(() => undefined),
    );
  return (await anyCopy(request)) ?? fromNetworkOr(request, () => Promise.resolve(undefined));
}

async function fromNetworkOr(
  request: Request,
  copyOf: () => Promise<Response | undefined>,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    // A network error like any other: an answer that was promised and broken is one more in Firefox's console.
    return (await copyOf()) ?? Response.error();
  }
}

const anyCopy = (request: Request) => caches.match(pageUrl(request.url));

/** A whole language is kept at its first use: a search asks for other files with each word. */
async function keepSearch(locale: Locale): Promise<void> {
  const list = at(`pagefind/${searchList(locale)}`);
  const response = await fetch(list, { cache: 'no-cache' });
  if (!response.ok) return;
  const names = (await response.json()) as readonly string[];
  await fillCache(
    SEARCH_CACHE,
    names.map((name) => at(`pagefind/${name}`)),
  );
}

function search(event: FetchAsked): Promise<Response> {
  const { request } = event;
  if (pageUrl(request.url) === at('pagefind/pagefind-entry.json')) {
    const locale = localeAt(request.referrer, scope);
    event.waitUntil(keepSearch(locale).catch(() => undefined));
  }
  return fromNetworkOr(request, () => anyCopy(request));
}

/** One that fails does not keep the others. */
async function keepAll(pages: readonly string[], port: MessagePort | undefined): Promise<void> {
  let done = 0;
  let failed = 0;
  const tell = (): void =>
    port?.postMessage({ done, failed, total: pages.length } satisfies KeepProgress);
  tell();
  for (const url of pages) {
    await kept.keep(url, Date.now()).then(
      () => (done += 1),
      () => (failed += 1),
    );
    tell();
  }
}

worker.addEventListener('install', (event) => {
  event.waitUntil(fillCache(SHELL_CACHE, BUILD.shell.map(at)));
});

worker.addEventListener('activate', (event) => {
  // No navigation preload: in Firefox 153 a preload that fails ends the navigation, whatever the worker answers.
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (planFor(request, scope)) {
    case 'leave':
      return;
    case 'page':
      return event.respondWith(page(event));
    case 'file':
      return event.respondWith(file(event));
    case 'search':
      return event.respondWith(search(event));
    case 'media':
      return event.respondWith(
        fromNetworkOr(request, async () => {
          const whole = await anyCopy(request);
          return whole && partOf(whole, request.headers.get('Range'));
        }),
      );
    case 'other':
      return event.respondWith(fromNetworkOr(request, () => anyCopy(request)));
  }
});

worker.addEventListener('message', (event) => {
  const message = parseToWorker(event.data);
  const [port] = event.ports;
  switch (message?.kind) {
    case 'visited':
      return event.waitUntil(kept.keep(message.page, Date.now()).catch(() => undefined));
    case 'keep':
      return event.waitUntil(keepAll(message.pages, port));
    case 'build':
      port?.postMessage(BUILD.name);
      return;
    case 'take-over':
      return event.waitUntil(worker.skipWaiting());
    case undefined:
      return;
  }
});

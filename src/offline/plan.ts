import type { Locale } from './addresses';

/** What the service worker does with a request, by its address alone. */

export type Plan =
  /** None of its business: the browser goes on as if there were no worker. */
  | 'leave'
  /** A document: from the network, and what is kept where there is none. */
  | 'page'
  /** Named by its content: what is kept is right, whenever it was kept. */
  | 'file'
  /** From the network, and where there is none, a part of the file or the whole of it. */
  | 'media'
  | 'search'
  /** From the network, and what is kept where there is none. */
  | 'other';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}

/**
 * Left alone: uploads and the lab's own words, since an answer that is kept would be a lie; and the realm, whose opaque
 * iframe no service worker serves (measured in Chromium 156 and Firefox 153).
 */
const LEFT_ALONE = /^(?:socket\.io|tus|realm)(?:\/|$)|^healthz$|^sw\.js$/;

/** @param scope the site's address, with a slash at its end */
export function planFor({ method, url, mode }: Asked, scope: string): Plan {
  if (method !== 'GET' || !url.startsWith(scope)) return 'leave';
  const path = url.slice(scope.length).replace(/[?#].*$/, '');
  if (LEFT_ALONE.test(path)) return 'leave';
  if (mode === 'navigate') return 'page';
  if (path.startsWith('_astro/')) return 'file';
  if (path.startsWith('media/')) return 'media';
  if (path.startsWith('pagefind/')) return 'search';
  return 'other';
}

/** The language of an address: of the page that stands in for it. */
export function localeAt(url: string, scope: string): Locale {
  return url.startsWith(`${scope}ko/`) ? 'ko' : 'en';
}

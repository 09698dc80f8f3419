/** Addresses that the build, the pages and the service worker agree on: paths within the site, without its base. */
/** The languages of the site (src/i18n/locale.ts). */
export type Locale = 'en' | 'ko';

/** The service worker. Its name never changes, so it is asked about each time (`no-cache`). */
export const WORKER = 'sw.js';

/** What stands in for a page that is not kept. */
export const offlinePage = (locale: Locale): string =>
  locale === 'en' ? 'offline/' : `${locale}/offline/`;

/** In a page's head: the address of the list of its files, which is named by content. */
export const FILES_META = 'page-files';
/** In a page's head: the build that it is of. */
export const BUILD_META = 'site-build';

/** The list of what a search in one language reads, in `/pagefind/`. */
export const searchList = (locale: Locale): string => `files.${locale}.json`;

/** One file of a page: its path, its length in bytes, and a hash where its name holds none. */
export type PageFile = readonly [path: string, bytes: number, hash?: string];

/** Lists the pages that this device keeps, in the page's own language first. */
import { DEFAULT_LOCALE, LOCALES, sitePath } from '../../i18n/locale';
import { KeptPages, type KeptPage } from '../../offline/kept-pages';
import { SITE } from '../../site';

export const locale =
  LOCALES.find((known) => known === document.documentElement.lang) ?? DEFAULT_LOCALE;

const scope = new URL(sitePath('/'), location.origin).href;
const languageOf = (url: string) => (url.startsWith(`${scope}ko/`) ? 'ko' : 'en');

/** Null where the browser keeps nothing: without HTTPS, and in some private windows. */
export function keptPages(): KeptPages | null {
  if (!('caches' in window) || !('serviceWorker' in navigator)) return null;
  return new KeptPages({
    caches,
    fetch: (url, init) => fetch(url, init),
    scope,
    mostBytes: Infinity,
  });
}

/** Rows of links; a page in another language says so. */
export function keptLinks(pages: readonly KeptPage[]): readonly HTMLLIElement[] {
  const own = (page: KeptPage) => Number(languageOf(page.url) !== locale);
  return pages
    .toSorted((a, b) => own(a) - own(b))
    .map(({ url, title }) => {
      const link = document.createElement('a');
      link.href = url;
      link.lang = languageOf(url);
      link.textContent = title.replace(new RegExp(`, ${SITE.name}$`), '');
      const row = document.createElement('li');
      row.append(link);
      return row;
    });
}

/** Lists the pages that this device keeps, in the page's own language first. */
import { sitePath } from '../../i18n/locale';
import { KeptPages, type KeptPage } from '../../offline/kept-pages';
import { localeAt } from '../../offline/plan';
import { SITE } from '../../site';
import { pageLocale } from '../shell/page-locale';

const scope = new URL(sitePath('/'), location.origin).href;

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
  const own = (page: KeptPage) => Number(localeAt(page.url, scope) !== pageLocale);
  return pages
    .toSorted((a, b) => own(a) - own(b))
    .map(({ url, title }) => {
      const link = document.createElement('a');
      link.href = url;
      link.lang = localeAt(url, scope);
      link.textContent = title.replace(new RegExp(`, ${SITE.name}$`), '');
      const row = document.createElement('li');
      row.append(link);
      return row;
    });
}

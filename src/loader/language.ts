/**
 * The languages of the page. Who changes to the other one stays where they were (keep-place.ts); whose browser asks for
 * the other one is offered it once, and never sent there.
 */
import { isSharedLink } from '../core/share/is-link';
import { keepPlace } from './keep-place';

/** The language that the reader chose, or stayed with when the other was offered. */
const KEY = 'bytescope:language';

/**
 * The language to offer on a page: the first that the browser asks for and the page exists in, unless it is the page's own.
 *
 * @param asked as `navigator.languages` has them, the dearest first: `ko-KR`
 * @param here the page's own language
 * @param others the other languages of the page
 */
export function languageToOffer(
  asked: readonly string[],
  here: string,
  others: readonly string[],
): string | null {
  const known = asked
    .map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '')
    .find((language) => language === here || others.includes(language));
  return known === undefined || known === here ? null : known;
}

function choose(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be full or forbidden: then it is offered again.
  }
}

function hasChosen(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function wireLanguage(): void {
  const here = document.documentElement.lang;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.addEventListener('click', (event) => {
      choose(link.dataset['language'] ?? here);
      // A shared link opens in the other language, too.
      if (isSharedLink(location.hash)) link.hash = location.hash;
      // Another tab or window begins anew.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) keepPlace(link.pathname);
    });

  const offers = [...document.querySelectorAll<HTMLElement>('[data-offer]')];
  const offered = languageToOffer(
    navigator.languages,
    here,
    offers.map(({ dataset }) => dataset['offer'] ?? ''),
  );
  const offer = offers.find(({ dataset }) => dataset['offer'] === offered);
  if (!offer || hasChosen()) return;
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    choose(here);
    offer.remove();
    // Where the reader goes on from: the focus was in the line that is no more.
    document.querySelector<HTMLElement>('a[data-language][aria-current]')?.focus();
  });
}

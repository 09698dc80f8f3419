/**
 * The languages of the page. Who changes to the other one stays where they were (keep-place.ts); whose browser asks for
 * the other one is offered it once, and never sent there.
 */
import { isSharedLink } from '../core/share/is-link';
import { keepPlace } from './keep-place';

/** The language that the reader chose, or stayed with when the other was offered. */
const KEY = 'bytescope:language';

function choose(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage may be full or forbidden: then it is offered again.
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

  // Shown by language-init.js, before the first frame.
  const offer = document.querySelector<HTMLElement>('[data-offer]:not([hidden])');
  offer?.querySelector('button')?.addEventListener('click', () => {
    choose(here);
    offer.remove();
    // Where the reader goes on from: the focus was in the line that is no more.
    document.querySelector<HTMLElement>('a[data-language][aria-current]')?.focus();
  });
}

/**
 * Ends what arrival-init.js began. At the first sign that somebody is there, benches that were not laid out are, one at
 * an idle moment, so that no piece of work is long enough to be felt. Whatever goes to a place within the page has the
 * rest laid out first: such a place is found by heights, and a smooth scroll that has begun does not aim again.
 */

import { isTyping } from './keys';
import { rest, settle } from './settle';

/** The reader is there. Losing the focus is one: to find in the page by a menu sends no other. */
const STIRS = ['scroll', 'pointermove', 'touchstart', 'blur'] as const;

export function wireArrival(): void {
  const root = document.documentElement;
  if (!root.hasAttribute('data-arriving')) {
    addEventListener('load', settle);
    return;
  }
  const islands = [...document.querySelectorAll<HTMLElement>('astro-island:has(>.bench)')];
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };

  const end = () => {
    if (!root.hasAttribute('data-arriving')) return;
    islands.length = 0;
    root.removeAttribute('data-arriving');
    listening.abort();
    settle();
  };
  // Every browser that keeps its place (arrival-init.js asks) has idle callbacks.
  const layOutNext = () => {
    const island = islands.shift();
    if (!island) {
      end();
      return;
    }
    island.dataset['laidOut'] = '';
    // At once: with all of them laid out the page would be ten times what is on the screen, for a press to wait for.
    rest(island.querySelectorAll('.bench'));
    requestIdleCallback(layOutNext, { timeout: 1000 });
  };
  let begun = false;
  const begin = () => {
    if (!begun) layOutNext();
    begun = true;
  };

  for (const stir of STIRS) addEventListener(stir, begin, options);
  // Heard before the browser acts on them. Keys scroll, move the focus, and open the search, but where text is typed.
  addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Tab' || !isTyping(target)) end();
    },
    options,
  );
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('a[href*="#"], .ref')) end();
    },
    options,
  );
  // From the address bar: the browser has aimed already, by heights that were not true.
  addEventListener(
    'hashchange',
    () => {
      end();
      document.querySelector(':target')?.scrollIntoView();
    },
    options,
  );
}

/** The page's colour scheme, which a page realm follows: it cannot see the reader's choice by itself. */
export type Scheme = 'light' | 'dark';

/** What a page sets on its root to choose a scheme. Any other attribute would have the whole page styled, and laid out, now. */
const CHOICES = ['data-theme', 'class', 'style'];

export interface PageScheme {
  readonly now: Scheme;
  dispose(): void;
}

/**
 * Known without asking the page each time: its answer may wait for a layout of the whole page, while a reader waits for
 * a realm.
 * @param changed is called with each scheme that is not the one before
 */
export function watchScheme(changed: (scheme: Scheme) => void): PageScheme {
  const root = document.documentElement;
  const query = matchMedia('(prefers-color-scheme: dark)');
  let known: Scheme | null = null;
  const ask = (): Scheme => {
    // The page's theme sets `color-scheme` on the root; with "light dark" or none the system decides.
    const { colorScheme } = getComputedStyle(root);
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    return query.matches ? 'dark' : 'light';
  };
  const look = (): void => {
    const before = known;
    known = ask();
    if (known !== before) changed(known);
  };
  const attributes = new MutationObserver(look);
  attributes.observe(root, { attributeFilter: CHOICES });
  query.addEventListener('change', look);
  return {
    get now() {
      return (known ??= ask());
    },
    dispose() {
      attributes.disconnect();
      query.removeEventListener('change', look);
    },
  };
}

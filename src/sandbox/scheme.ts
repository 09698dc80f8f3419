/** The page's colour scheme, which a page realm follows: it cannot see the reader's choice by itself. */
export type Scheme = 'light' | 'dark';

/** What a page sets on its root to choose a scheme. Any other attribute would have the whole page styled, and laid out, now. */
const CHOICES = ['data-theme', 'class', 'style'];

/**
 * Known without asking the page each time: its answer may wait for a layout of the whole page, while a reader waits for
 * a realm.
 */
export class PageScheme {
  readonly #query = matchMedia('(prefers-color-scheme: dark)');
  readonly #changed: (scheme: Scheme) => void;
  readonly #attributes: MutationObserver;
  #known: Scheme | null = null;

  /** @param changed is called with each scheme that is not the one before */
  constructor(changed: (scheme: Scheme) => void) {
    this.#changed = changed;
    this.#attributes = new MutationObserver(this.#look);
    this.#attributes.observe(document.documentElement, { attributeFilter: CHOICES });
    this.#query.addEventListener('change', this.#look);
  }

  get now(): Scheme {
    return (this.#known ??= this.#ask());
  }

  dispose(): void {
    this.#attributes.disconnect();
    this.#query.removeEventListener('change', this.#look);
  }

  readonly #look = (): void => {
    const before = this.#known;
    this.#known = this.#ask();
    if (this.#known !== before) this.#changed(this.#known);
  };

  #ask(): Scheme {
    // The page's theme sets `color-scheme` on the root; with "light dark" or none the system decides.
    const { colorScheme } = getComputedStyle(document.documentElement);
    if (colorScheme === 'light' || colorScheme === 'dark') return colorScheme;
    return this.#query.matches ? 'dark' : 'light';
  }
}

/** Interface text of the search. */
import { search } from './ko/search';
import type { Texts } from './locale';

/** What a result is of. */
export type FoundKind = 'lesson' | 'term' | 'error' | 'page';

export interface SearchText {
  readonly button: string;
  readonly title: string;
  readonly field: string;
  readonly placeholder: string;
  readonly close: string;
  readonly results: string;
  readonly kinds: Readonly<Record<FoundKind, string>>;
  /** Before words that can be pressed. */
  readonly tryThese: string;
  readonly tries: readonly string[];
  readonly didYouMean: string;
  readonly found: (places: number) => string;
  /** Results that are not shown. */
  readonly more: (pages: number) => string;
  readonly nothing: (words: string) => string;
  readonly failed: string;
  readonly offline: string;
  readonly again: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
}

export const searchText: Texts<SearchText> = {
  en: {
    button: 'Search',
    title: 'Search',
    field: 'Search lessons, glossary and error messages',
    placeholder: 'A word, a name, an error message',
    close: 'Close the search',
    results: 'Results',
    kinds: { lesson: 'Lesson', term: 'Glossary', error: 'Error message', page: 'Page' },
    tryThese: 'Try',
    tries: ['byte order', 'DataView', 'detached', 'offset is out of bounds'],
    didYouMean: 'Did you mean',
    found: (places) => (places === 1 ? 'One place found.' : `${String(places)} places found.`),
    more: (pages) =>
      pages === 1
        ? 'One more page has these words. Another word brings the right one nearer.'
        : `${String(pages)} more pages have these words. Another word brings the right one nearer.`,
    nothing: (words) => `Nothing found for “${words}”.`,
    failed: 'The search did not load.',
    offline:
      'There is no network, and the search is not kept on this device: it is from its first use on.',
    again: 'Try again',
    keys: [
      ['↑ ↓', 'choose'],
      ['Enter', 'go there'],
      ['Esc', 'close'],
    ],
  },
  ko: search,
};

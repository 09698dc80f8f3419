/** What a page says of its languages. The offer is shown on a page in the other language, so pages have both. */
import { language } from './ko/language';
import type { Texts } from './locale';

export interface LanguageText {
  /** The language's own name for itself, where there is little room. */
  readonly short: string;
  /** A link to the same page in this language. */
  readonly offer: string;
  readonly decline: string;
  /** Names the landmark that the offer is. */
  readonly landmark: string;
}

export const languageText: Required<Texts<LanguageText>> = {
  en: {
    short: 'EN',
    offer: 'Read this page in English',
    decline: 'Close, and do not offer it again',
    landmark: 'Language',
  },
  ko: language,
};

/**
 * What the search knows beside the text of pages: a record for each word of the glossary and for each explained error,
 * and the words that it proposes where nothing is found.
 */
import { ELEMENT_TYPES } from '../core/bytes/view-kinds';
import type { ErrorFact } from '../core/explain/explain-error';
import { errorText } from '../i18n/errors';
import '../i18n/ko';
import { LOCALES, textFor, type Locale } from '../i18n/locale';
import type { FoundKind } from '../i18n/search';
import { CHAPTERS } from './curriculum';
import { GLOSSARY } from './glossary';
import { KNOWN_ERRORS } from './known-errors';

export interface SearchRecord {
  /** The path within the site, without its base. */
  readonly url: string;
  readonly language: Locale;
  readonly content: string;
  /** `says` is what stands under its title. */
  readonly meta: { readonly title: string; readonly kind: FoundKind; readonly says: string };
}

/**
 * What in a page is not its text: toolbars, memory and timelines (they change with every step), answers and solutions
 * (a search is no place to meet them), the numbers of lines, and what only eyes need.
 */
export const NOT_SEARCHED = [
  '[aria-hidden="true"]',
  '.crumb',
  '.bench-bar',
  '.draft-notes',
  '.pane.stack',
  '.readout',
  '.trace',
  '.ex-r',
  '.ex-more',
  '.hints',
  '.sc-t',
  '.status',
  'form.quiz',
  'button',
  'pre.code i',
  '.errata-page dt',
] as const;

const pathIn = (locale: Locale, path: string) => (locale === 'en' ? path : `/${locale}${path}`);
/** Prose without the backticks of its code. */
const plain = (says: string) => says.replaceAll('`', '');

/** A word is found in both languages, on the pages of either. */
const terms = (locale: Locale): SearchRecord[] =>
  GLOSSARY.map(({ id, term, also, means }) => {
    const says = plain(means[locale]);
    const words = [...new Set([...LOCALES.map((each) => term[each]), ...also[locale]])];
    return {
      url: pathIn(locale, `/glossary/#${id}`),
      language: locale,
      content: `${words.join('. ')}. ${says}`,
      meta: { title: term[locale], kind: 'term', says },
    };
  });

/** An error that names a type is found by any of them. */
function messagesOf(fact: ErrorFact, messages: readonly string[]): readonly string[] {
  if (!('type' in fact) || fact.type === null || fact.type === 'DataView') return messages;
  const own = 'byteSize' in fact ? `of ${String(fact.byteSize)}` : null;
  return messages.flatMap((message) =>
    Object.entries(ELEMENT_TYPES).map(([type, { byteSize }]) => {
      const named = message.replace('Uint32Array', type);
      return own === null ? named : named.replace(own, `of ${String(byteSize)}`);
    }),
  );
}

const errors = (locale: Locale): SearchRecord[] =>
  KNOWN_ERRORS.flatMap((group) => group.errors).map(({ id, name, messages, fact }) => {
    const { what, todo } = textFor(errorText, locale)(fact);
    const [title = ''] = messages;
    const says = `${what} ${todo}`;
    return {
      url: pathIn(locale, `/errors/#${id}`),
      language: locale,
      content: `${name}: ${messagesOf(fact, messages).join('. ')}. ${says}`,
      meta: { title: `${name}: ${title}`, kind: 'error', says },
    };
  });

export const searchRecords = (): readonly SearchRecord[] =>
  LOCALES.flatMap((locale) => [...terms(locale), ...errors(locale)]);

/** Words of the course in one language: of the glossary, and the titles of lessons. */
export const searchWords = (locale: Locale): readonly string[] => [
  ...new Set([
    ...GLOSSARY.flatMap(({ term, also }) => [term[locale], ...also[locale]]),
    ...CHAPTERS.flatMap(({ lessons }) => lessons.map(({ title }) => textFor(title, locale))),
    ...['ArrayBuffer', 'DataView', 'TypedArray', 'Uint8Array', 'Int16Array', 'Uint32Array'],
    ...['Float32Array', 'BigInt64Array', 'byteOffset', 'byteLength', 'littleEndian'],
    ...['MediaSource', 'SourceBuffer', 'FileReader', 'createObjectURL', 'ImageData', 'EBML'],
  ]),
];

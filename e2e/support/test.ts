/**
 * The `test` of every journey: Playwright's own, which also fails when the page threw, logged an error, broke its
 * Content-Security-Policy, or could not load something.
 */
import { test as base, type ConsoleMessage, type Page } from '@playwright/test';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../src/i18n/locale.ts';
import { wordsIn, type Words } from './words';

export { expect } from '@playwright/test';

interface Watch {
  /** Errors this journey provokes on purpose: `test.use({ expectedErrors: [/RangeError/] })`. */
  expectedErrors: readonly RegExp[];
  /** What has gone wrong so far; checked at the end. */
  errors: string[];
}

interface Reader {
  /** What the reader reads: `inEachLanguage` sets it. */
  readonly language: Locale;
  readonly words: Words;
}

/**
 * What an engine says of a page that is as it should be. Firefox names the realm's own last rejection (src/realm/runtime.ts),
 * which ends a Worker.
 */
const OF_ENGINES: Readonly<Record<string, readonly RegExp[]>> = {
  firefox: [/^uncaught: uncaught exception: Object(?:\s+undefined)?$/],
};

/** Browsers write failed loads and policy violations to the console as errors too. */
function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    errors.push(`console: ${message.text()} (${url}:${lineNumber})`);
  });
}

export const test = base.extend<Watch & Reader>({
  language: [DEFAULT_LOCALE, { option: true }],

  words: async ({ language }, use) => {
    await use(wordsIn(language));
  },

  expectedErrors: [[], { option: true }],

  // Playwright reads a fixture's needs from the first parameter, so it is a pattern even when empty.

  errors: async ({}, use) => {
    await use([]);
  },

  page: async ({ page, errors, expectedErrors, browserName }, use) => {
    watch(page, errors);
    await use(page);
    const known = [...expectedErrors, ...(OF_ENGINES[browserName] ?? [])];
    const unexpected = errors.filter((each) => !known.some((pattern) => pattern.test(each)));
    if (unexpected.length > 0) {
      throw new Error(`The page reported errors:\n${unexpected.join('\n')}`);
    }
  },
});

/** The journeys in it are made by a reader of each language, on the pages of that language: with `words` as they stand there. */
export function inEachLanguage(journeys: () => void): void {
  for (const language of LOCALES)
    test.describe(`in ${NAMES[language]}`, () => {
      test.use({ language, locale: language });
      journeys();
    });
}

const NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: 'Korean' };

/**
 * The `test` of every journey: Playwright's own, which also fails when the page threw, logged an error, broke its
 * Content-Security-Policy, or could not load something.
 */
import { test as base, type ConsoleMessage, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

interface Watch {
  /** Errors this journey provokes on purpose: `test.use({ expectedErrors: [/RangeError/] })`. */
  expectedErrors: readonly RegExp[];
  /** What has gone wrong so far; checked at the end. */
  errors: string[];
}

/** Browsers write failed loads and policy violations to the console as errors too. */
function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    const { url, lineNumber } = message.location();
    errors.push(`console: ${message.text()} (${url}:${lineNumber})`);
  });
}

export const test = base.extend<Watch>({
  expectedErrors: [[], { option: true }],

  // Playwright reads a fixture's needs from the first parameter, so it is a pattern even when empty.

  errors: async ({}, use) => {
    await use([]);
  },

  page: async ({ page, errors, expectedErrors }, use) => {
    watch(page, errors);
    await use(page);
    const unexpected = errors.filter((each) => !expectedErrors.some((known) => known.test(each)));
    if (unexpected.length > 0) {
      throw new Error(`The page reported errors:\n${unexpected.join('\n')}`);
    }
  },
});

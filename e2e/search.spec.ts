/** The search: one key from anywhere, to a section, a word or an error message, in the language of the page. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/test';

class Search {
  readonly dialog: Locator;
  readonly field: Locator;
  readonly status: Locator;
  readonly options: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.locator('dialog#search');
    this.field = this.dialog.getByRole('combobox');
    this.status = this.dialog.getByRole('status');
    this.options = this.dialog.getByRole('option');
  }
  /** The option that Enter goes to. */
  get chosen(): Locator {
    return this.dialog.locator('[role="option"][aria-selected="true"]');
  }
  /** @param finds what the first of the results says, since those of the last question may still be there */
  async ask(words: string, finds: string): Promise<void> {
    await this.field.fill(words);
    await expect(this.options.first()).toContainText(finds);
  }
}

test(
  'from a lesson by the keyboard alone to a section, a word and an error message',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto('/lessons/views/');
    const search = new Search(page);
    const button = page.getByRole('button', { name: 'Search', exact: true });
    await button.focus();
    await page.keyboard.press('/');
    await expect(search.field).toBeFocused();

    // A word of the glossary stands before the pages that use it.
    await search.ask('detached', 'Said of a buffer whose bytes were handed over');
    await expect(search.status).toHaveText(/places found\.$/);
    await page.keyboard.press('Escape');
    await expect(search.dialog).toBeHidden();
    await expect(button).toBeFocused();

    // Sections of lessons, by the text of the lesson and not by what its benches print.
    await page.keyboard.press('/');
    await search.ask('a picture of the wrong size', 'A picture of the wrong size');
    await page.keyboard.press('ArrowDown');
    const id = await search.chosen.getAttribute('id');
    await expect(search.field).toHaveAttribute('aria-activedescendant', id ?? '');
    await expect(search.chosen).toContainText('A picture of the wrong size');
    await page.keyboard.press('ArrowUp');
    await expect(search.chosen).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/lessons/endianness/#a-picture-of-the-wrong-size');
    await expect(
      page.getByRole('heading', { name: 'A picture of the wrong size' }),
    ).toBeInViewport();

    // What a console printed, with its own type and its own numbers.
    await page.keyboard.press('/');
    await search.ask(
      'Uncaught RangeError: start offset of Int16Array should be a multiple of 2',
      'start offset of Uint32Array',
    );
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/errors/#offset-not-multiple');
    await expect(page.locator('#offset-not-multiple')).toContainText('use a DataView');
  },
);

test.describe('before the scripts of a page have come', () => {
  for (const [means, press] of [
    ['its key', (page: Page) => page.keyboard.type('/p')],
    [
      'its button',
      (page: Page) => page.getByRole('button', { name: 'Search', exact: true }).click(),
    ],
  ] as const)
    test(`the search is opened by ${means}`, async ({ page }) => {
      const scripts = Promise.withResolvers<undefined>();
      await page.route('**/_astro/*.js', async (route) => {
        await scripts.promise;
        await route.continue();
      });
      await page.goto('/lessons/endianness/#a-picture-of-the-wrong-size', { waitUntil: 'commit' });
      await expect(page.getByRole('contentinfo')).toBeAttached();
      await press(page);
      scripts.resolve(undefined);
      const search = new Search(page);
      await search.ask('detached', 'Said of a buffer whose bytes were handed over');
    });
});

test(
  'what is not found leads on, and keys that are typed into a field stay there',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto('/lessons/views/');
    const search = new Search(page);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(search.dialog.getByRole('button', { name: 'byte order' })).toBeVisible();
    await search.field.fill('xndianness');
    await expect(search.status).toHaveText('Nothing found for “xndianness”.');
    await expect(search.options).toHaveCount(0);
    await search.dialog.getByRole('button', { name: 'endianness', exact: true }).click();
    await expect(search.field).toHaveValue('endianness');
    await expect(search.options.first()).toBeVisible();
    await search.field.fill('1/2');
    await expect(search.field).toHaveValue('1/2');
    await search.field.fill('');
    await expect(search.status).toHaveText('');
  },
);

test(
  'a Korean page is searched in Korean, also by the beginning of a word',
  { tag: '@firefox' },
  async ({ page }) => {
    await page.goto('/ko/lessons/views/');
    const search = new Search(page);
    await page.getByRole('button', { name: '검색', exact: true }).click();
    await search.ask('버퍼', '버퍼');
    await expect(search.status).toHaveText(/곳을 찾았습니다\.$/);
    for (const url of await search.options.evaluateAll((all) =>
      all.map((each) => (each as HTMLAnchorElement).pathname),
    )) {
      expect(url).toMatch(/^\/ko\//);
    }
    // A word is found by the other language's, too.
    await search.ask('big-endian', '빅 엔디언');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ko\/glossary\/#/);
  },
);

test.describe('an index that does not come', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('is told, and can be asked for again', async ({ page }) => {
    await page.route('**/pagefind/pagefind.js*', (route) => route.abort());
    await page.goto('/glossary/');
    const search = new Search(page);
    await page.keyboard.press('/');
    await search.field.fill('byte');
    await expect(search.status).toHaveText('The search did not load.');
    await page.unroute('**/pagefind/pagefind.js*');
    await search.dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(search.options.first()).toBeVisible();
    await expect(search.field).toBeFocused();
  });
});
